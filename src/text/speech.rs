//! Verbs of saying, per language: they tie a quotation to its speaker, and they keep `"Why?" he
//! asked.` one sentence. Forms as news writes them, third person, lower-cased.

use super::Lang;

const VERBS: &[(&str, &str)] = &[
    (
        "en",
        "added adds announced announces argued argues asked asks admitted acknowledged alleged\n\
     believes\n\
     claim claimed claims continued confirmed concluded commented cautioned countered complained\n\
     declared described\n\
     explained explains emphasized emphasised\n\
     insisted insists\n\
     joked\n\
     maintained\n\
     noted notes\n\
     observed\n\
     predicted posted promised pledged\n\
     quipped\n\
     replied recalled remarked revealed recounted reported responded\n\
     said says say stated states stressed suggested\n\
     told tells tweeted testified\n\
     urged\n\
     vowed\n\
     warned warns wrote writes",
    ),
    (
        "de",
        "antwortete\n\
     betonte betont berichtete berichtet behauptete behauptet bestätigte bestätigt bilanzierte\n\
     erklärte erklärt erklärten ergänzte erläuterte erläutert erzählt erzählte\n\
     forderte fordert fügte findet fragte fragt\n\
     hieß\n\
     kritisierte kritisiert kündigte klagte\n\
     lobte\n\
     meinte meint mahnte mahnt\n\
     rief räumte resümierte\n\
     sagte sagt sagten schrieb schreibt stellte\n\
     teilte\n\
     unterstrich urteilte\n\
     versicherte verwies\n\
     warnte warnt\n\
     äußerte",
    ),
    (
        "fr",
        "affirme affirmé ajoute ajouté assure assuré annonce annoncé affirmait assurait argumente\n\
     confie confié conclut conclu confirme confirmé commente\n\
     déclare déclaré dit dénonce dénoncé déclarait\n\
     explique expliqué estime estimé expliquait\n\
     indique indiqué insiste insisté\n\
     lance lancé\n\
     juge jugé\n\
     martèle martelé\n\
     note noté\n\
     précise précisé poursuit poursuivi prévient\n\
     raconte raconté rappelle rappelé regrette regretté reconnaît reconnu répond répondu\n\
     souligne souligné soutient soutenu\n\
     témoigne tweete\n\
     écrit",
    ),
    (
        "es",
        "afirmó afirma afirmaron aseguró asegura añadió añade apuntó apunta advirtió advierte agregó agrega anunció anuncia \
         aclaró\n\
     comentó comenta confirmó confirma contó cuenta concluyó\n\
     dijo dice dijeron declaró declara destacó destaca denunció denuncia\n\
     explicó explica expresó expresa escribió escribe expuso enfatizó\n\
     indicó indica insistió insiste\n\
     lamentó\n\
     manifestó manifiesta\n\
     precisó\n\
     recordó recuerda reconoció reconoce respondió relató\n\
     señaló señala subrayó subraya sostuvo sostiene",
    ),
    (
        "pt",
        "afirmou afirma afirmaram acrescentou acrescenta avaliou avalia anunciou apontou admitiu alertou\n\
     contou conta comentou comenta completou concluiu confirmou criticou\n\
     disse diz disseram declarou declara destacou defendeu\n\
     explicou explica escreveu\n\
     garantiu garante\n\
     informou\n\
     lembrou\n\
     ressaltou relatou revelou referiu\n\
     sublinhou",
    ),
    (
        "it",
        "afferma affermato aggiunge aggiunto assicura annuncia\n\
     commenta commentato conclude\n\
     dice detto disse dichiara dichiarato\n\
     ha\n\
     osserva\n\
     precisa prosegue\n\
     racconta raccontato ricorda ribadisce\n\
     spiega spiegato sottolinea sottolineato scrive scritto",
    ),
    (
        "nl",
        "aldus\n\
     benadrukt\n\
     legt\n\
     meldt meldde\n\
     reageert\n\
     stelt stelde schrijft schreef\n\
     vertelt vertelde verklaarde vindt\n\
     zei zegt zeggen",
    ),
    (
        "sv",
        "berättar berättade\n\
     förklarar förklarade\n\
     konstaterar\n\
     menar menade\n\
     sa säger sade skriver skrev\n\
     tillägger\n\
     uppger uppgav",
    ),
    (
        "da",
        "fortæller fortalte forklarer forklarede\n\
     lyder\n\
     mener\n\
     oplyser oplyste\n\
     siger sagde skriver skrev\n\
     tilføjer\n\
     udtaler",
    ),
    (
        "no",
        "forteller fortalte forklarer forklarte\n\
     legger\n\
     mener\n\
     opplyser opplyste\n\
     sier sa skriver skrev\n\
     uttaler understreker",
    ),
    (
        "fi",
        "arvioi\n\
     huomauttaa\n\
     kertoo kertoi kirjoittaa\n\
     muistuttaa\n\
     sanoo sanoi\n\
     toteaa totesi",
    ),
    (
        "pl",
        "dodał dodała\n\
     mówi mówił mówiła\n\
     napisał napisała\n\
     ocenił oceniła\n\
     powiedział powiedziała podkreślił podkreśliła poinformował poinformowała przekonuje\n\
     stwierdził stwierdziła\n\
     tłumaczy\n\
     wyjaśnił wyjaśniła\n\
     zaznaczył zaznaczyła",
    ),
    (
        "cs",
        "dodal dodala\n\
     míní\n\
     napsal napsala\n\
     prohlásil prohlásila\n\
     sdělil sdělila\n\
     tvrdí\n\
     uvedl uvedla\n\
     vysvětlil\n\
     řekl řekla říká",
    ),
    (
        "tr",
        "açıkladı anlattı aktardı\n\
     belirtti bildirdi\n\
     dedi\n\
     ifade\n\
     kaydetti konuştu\n\
     söyledi\n\
     vurguladı\n\
     yazdı",
    ),
    (
        "ru",
        "говорит говорится\n\
     добавил добавила\n\
     заявил заявила заявили\n\
     констатировал\n\
     написал написала напомнил напомнила\n\
     отметил отметила отметили объяснил объяснила ответил ответила\n\
     подчеркнул подчеркнула пояснил пояснила признал признала предупредил предупредила призвал призвала\n\
     рассказал рассказала рассказали резюмировал\n\
     сказал сказала сказали сообщил сообщила сообщили считает\n\
     уверен уверена утверждает указал указала уточнил уточнила",
    ),
    (
        "uk",
        "вважає\n\
     додав додала\n\
     заявив заявила заявили зазначив зазначила\n\
     каже\n\
     наголосив наголосила написав написала\n\
     повідомив повідомила повідомили пояснив пояснила підкреслив підкреслила\n\
     розповів розповіла\n\
     сказав сказала стверджує",
    ),
    (
        "id",
        "jelas\n\
     kata katanya\n\
     mengatakan menyatakan menjelaskan menegaskan menambahkan\n\
     sebut\n\
     tutur tegas\n\
     ujar ucap ungkap ujarnya",
    ),
    (
        "vi",
        "biết\n\
     cho chia\n\
     khẳng\n\
     mạnh\n\
     nói nhấn\n\
     sẻ\n\
     định",
    ),
    (
        "hi",
        "कहा\n\
     पूछा\n\
     बताया बोले बोलीं",
    ),
    (
        "ar",
        "أضاف أكد\n\
     صرح\n\
     قال قالت\n\
     وقال وقالت وأضاف وأكد",
    ),
];

/// The verbs of saying of a language, separated by white space; "" where none are listed.
#[must_use]
pub fn verbs(lang: Lang) -> &'static str {
    VERBS.iter().find(|(code, _)| *code == lang.as_str()).map_or("", |(_, list)| *list)
}

/// Whether a lower-cased word is a verb of saying in the language.
#[must_use]
pub fn is_verb(word: &str, lang: Lang) -> bool {
    {
        let Some(first) = word.chars().next() else { return false };
        verbs(lang).split('\n').find(|line| line.starts_with(first)).is_some_and(|line| line.split_ascii_whitespace().any(|w| w == word))
    }
}

#[cfg(test)]
mod tests {
    use super::{VERBS, is_verb};
    use crate::text::Lang;

    #[test]
    fn every_listed_verb_is_found_by_its_first_letter() {
        for (code, list) in VERBS {
            for verb in list.split_ascii_whitespace() {
                assert!(is_verb(verb, Lang::new(code)), "{code} {verb}");
            }
        }
    }
}
