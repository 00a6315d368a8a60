//! Verbs of saying, per language: they tie a quotation to its speaker, and they keep `"Why?" he
//! asked.` one sentence. Forms as news writes them, third person, lower-cased.

use super::Lang;

const VERBS: &[(&str, &str)] = &[
    (
        "en",
        "said says say told tells added adds explained explains stated states announced announces claimed claims argued \
         argues insisted insists warned warns noted notes replied asked asks wrote writes tweeted continued recalled \
         remarked stressed emphasized emphasised declared confirmed admitted acknowledged suggested testified concluded \
         observed commented joked cautioned predicted revealed recounted countered vowed urged described quipped posted \
         reported promised pledged complained alleged believes maintained responded",
    ),
    (
        "de",
        "sagte sagt sagten erklärte erklärt erklärten betonte betont meinte meint teilte berichtete berichtet kritisierte \
         kritisiert forderte fordert warnte warnt kündigte ergänzte schrieb schreibt erläuterte erläutert fügte hieß \
         versicherte behauptete behauptet äußerte bestätigte bestätigt lobte erzählt erzählte findet fragte fragt rief \
         mahnte mahnt räumte verwies unterstrich resümierte stellte klagte urteilte bilanzierte antwortete",
    ),
    (
        "fr",
        "déclare déclaré dit affirme affirmé explique expliqué ajoute ajouté assure assuré estime estimé indique indiqué \
         souligne souligné précise précisé raconte raconté annonce annoncé rappelle rappelé confie confié lance lancé \
         regrette regretté insiste insisté poursuit poursuivi conclut conclu martèle martelé reconnaît reconnu répond \
         répondu écrit note noté soutient soutenu confirme confirmé dénonce dénoncé prévient témoigne commente tweete \
         expliquait affirmait déclarait assurait",
    ),
    (
        "es",
        "dijo dice dijeron afirmó afirma afirmaron explicó explica aseguró asegura señaló señala añadió añade indicó indica \
         declaró declara manifestó manifiesta subrayó subraya destacó destaca sostuvo sostiene apuntó apunta comentó comenta \
         advirtió advierte agregó agrega recordó recuerda insistió insiste expresó expresa precisó reconoció reconoce \
         confirmó confirma anunció anuncia contó cuenta escribió escribe denunció denuncia respondió concluyó relató \
         expuso enfatizó aclaró lamentó",
    ),
    (
        "pt",
        "disse diz disseram afirmou afirma afirmaram explicou explica declarou declara acrescentou acrescenta destacou \
         ressaltou contou conta informou garantiu garante comentou comenta lembrou avaliou avalia escreveu anunciou \
         completou concluiu apontou relatou revelou confirmou defendeu criticou admitiu alertou sublinhou referiu",
    ),
    (
        "it",
        "ha dice detto disse dichiara dichiarato afferma affermato spiega spiegato aggiunge aggiunto sottolinea sottolineato \
         commenta commentato racconta raccontato scrive scritto conclude precisa ricorda osserva assicura ribadisce prosegue \
         annuncia",
    ),
    ("nl", "zei zegt zeggen vertelt vertelde stelt stelde meldt meldde schrijft schreef benadrukt verklaarde vindt aldus legt reageert"),
    ("sv", "sa säger sade berättar berättade skriver skrev förklarar förklarade menar menade uppger uppgav tillägger konstaterar"),
    ("da", "siger sagde fortæller fortalte skriver skrev forklarer forklarede mener udtaler oplyser oplyste lyder tilføjer"),
    ("no", "sier sa forteller fortalte skriver skrev forklarer forklarte mener uttaler opplyser opplyste legger understreker"),
    ("fi", "sanoo sanoi kertoo kertoi toteaa totesi kirjoittaa huomauttaa arvioi muistuttaa"),
    (
        "pl",
        "powiedział powiedziała mówi mówił mówiła dodał dodała stwierdził stwierdziła podkreślił podkreśliła zaznaczył \
        zaznaczyła poinformował poinformowała ocenił oceniła wyjaśnił wyjaśniła napisał napisała tłumaczy przekonuje",
    ),
    ("cs", "řekl řekla říká uvedl uvedla dodal dodala prohlásil prohlásila sdělil sdělila vysvětlil napsal napsala míní tvrdí"),
    ("tr", "dedi söyledi belirtti ifade açıkladı kaydetti vurguladı anlattı bildirdi konuştu aktardı yazdı"),
    (
        "ru",
        "сказал сказала сказали заявил заявила заявили сообщил сообщила сообщили отметил отметила отметили подчеркнул \
         подчеркнула добавил добавила рассказал рассказала рассказали пояснил пояснила объяснил объяснила написал написала \
         говорит говорится считает уверен уверена утверждает указал указала напомнил напомнила признал признала уточнил \
         уточнила ответил ответила констатировал резюмировал предупредил предупредила призвал призвала",
    ),
    (
        "uk",
        "сказав сказала заявив заявила заявили повідомив повідомила повідомили зазначив зазначила наголосив наголосила \
         додав додала розповів розповіла пояснив пояснила написав написала каже вважає стверджує підкреслив підкреслила",
    ),
    ("id", "kata ujar ucap tutur jelas tegas ungkap sebut kata katanya ujarnya mengatakan menyatakan menjelaskan menegaskan menambahkan"),
    ("vi", "nói cho biết chia sẻ khẳng định nhấn mạnh"),
    ("hi", "कहा पूछा बताया बोले बोलीं"),
    ("ar", "قال قالت وقال وقالت أضاف وأضاف أكد وأكد صرح"),
];

/// The verbs of saying of a language, separated by white space; "" where none are listed.
#[must_use]
pub fn verbs(lang: Lang) -> &'static str {
    VERBS.iter().find(|(code, _)| *code == lang.as_str()).map_or("", |(_, list)| *list)
}

/// Whether a lower-cased word is a verb of saying in the language.
#[must_use]
pub fn is_verb(word: &str, lang: Lang) -> bool {
    verbs(lang).split_ascii_whitespace().any(|w| w == word)
}
