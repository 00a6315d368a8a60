//! Which sentences cannot stand alone: they open with a word that leans on the sentence before
//! ("But", "He said", "This"), or hold half a quotation. Readers notice such picks first.

use crate::text::{self, Lang, speech};

/// How a sentence leans on what came before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Leaning {
    /// It stands alone.
    None,
    /// It joins on ("But", "Also", "Meanwhile").
    Joins,
    /// It points back ("He", "This", "Such a").
    Points,
    /// It is a piece of a quotation.
    Piece,
}

/// Per language: words that join on, words that point back, and words that may follow a pointing
/// word without leaning ("this week"). First words of a sentence, lower-cased.
struct Openers {
    lang: &'static str,
    join: &'static str,
    point: &'static str,
    time: &'static str,
    /// Subject pronouns of the third person, anywhere in the sentence.
    pronouns: &'static str,
}

const OPENERS: &[Openers] = &[
    Openers {
        lang: "en",
        join: "but and yet however so or nor instead moreover furthermore also therefore thus hence still nevertheless nonetheless \
            otherwise then besides additionally similarly likewise conversely rather indeed meanwhile plus although because \
            consequently accordingly finally secondly thirdly lastly again even too either neither afterwards afterward",
        point: "he she it they his her their its him them this that these those such both others another here there hers theirs \
            some many most",
        time: "week month year morning afternoon evening weekend summer winter spring autumn fall season day days time night century \
            decade who is",
        pronouns: "he she they it",
    },
    Openers {
        lang: "de",
        join: "aber doch und auch jedoch allerdings dennoch trotzdem deshalb daher darum zudem außerdem ferner sondern denn dabei \
            dazu dafür dagegen damit danach dann darauf davon davor daraufhin hierzu hinzu so stattdessen vielmehr ebenso \
            gleichzeitig inzwischen demnach somit also schließlich deswegen hingegen oder weil beispielsweise darüber darin \
            daran daraus zwar indes unterdessen zugleich weiter nämlich",
        point: "er sie es dies diese dieser dieses diesen diesem das sein seine seinen seiner seinem ihr ihre ihren ihrer ihrem \
            ihm ihn ihnen solche solch derselbe dieselbe deren dessen dort hier jener jene beide letztere erstere andere viele einige",
        time: "woche jahr monat sommer winter frühjahr herbst wochenende saison mal",
        pronouns: "er sie es",
    },
    Openers {
        lang: "fr",
        join: "mais et or donc ainsi aussi cependant pourtant toutefois néanmoins ensuite puis enfin alors ou car en effet \
            d'ailleurs d’ailleurs c'est c’est également sinon quant bref pour autant surtout",
        point: "il elle ils elles ce cet cette ces cela ça celui celle ceux celles son sa ses leur leurs lui eux y là tous \
            d'autres d’autres certains plusieurs",
        time: "semaine année mois matin soir week-end été hiver printemps automne saison jeudi vendredi samedi dimanche lundi mardi mercredi",
        pronouns: "il elle ils elles",
    },
    Openers {
        lang: "es",
        join: "pero y e o sin embargo no obstante además también así entonces luego por eso aunque sino asimismo tampoco \
            finalmente incluso mientras ahora",
        point: "él ella ellos ellas este esta estos estas ese esa esos esas esto eso aquel su sus lo le les ello allí ahí aquí \
            otro otra otros otras ambos algunos muchos",
        time: "semana año mes mañana tarde noche fin verano invierno temporada lunes martes miércoles jueves viernes sábado domingo",
        pronouns: "él ella ellos ellas",
    },
    Openers {
        lang: "pt",
        join: "mas e ou porém contudo entretanto todavia além também assim então depois porque embora aliás já por isso ainda",
        point: "ele ela eles elas este esta estes estas esse essa esses essas isso isto aquele seu sua seus suas lá ali aqui outro outra \
            outros outras ambos alguns muitos",
        time: "semana ano mês manhã tarde noite fim segunda terça quarta quinta sexta",
        pronouns: "ele ela eles elas",
    },
    Openers {
        lang: "it",
        join: "ma e o però tuttavia inoltre anche così quindi poi allora ora infatti dunque perché invece infine eppure insomma",
        point: "lui lei loro egli ella essi questo questa questi queste quello quella ciò suo sua suoi sue lì là qui altri altre entrambi \
            alcuni molti",
        time: "settimana anno mese mattina sera estate inverno stagione volta",
        pronouns: "lui lei egli ella",
    },
    Openers {
        lang: "nl",
        join: "maar en of echter ook dus toch bovendien daarnaast daarom vervolgens toen want niettemin daarbij daardoor daarmee \
            hierdoor zo tevens ondertussen",
        point: "hij zij ze het dit dat deze die zijn haar hun hem daar hier zulke beide anderen sommige veel",
        time: "week jaar maand zomer winter weekend seizoen keer",
        pronouns: "hij zij ze",
    },
    Openers {
        lang: "sv",
        join: "men och eller dock också därför sedan därmed dessutom samtidigt ändå så alltså däremot därefter",
        point: "han hon den det de dem denna detta dessa hans hennes deras där här sådan andra båda många",
        time: "vecka år månad sommar vinter helg säsong gång",
        pronouns: "han hon de",
    },
    Openers {
        lang: "da",
        join: "men og eller dog også derfor siden dermed desuden samtidig alligevel så altså derimod derefter",
        point: "han hun den det de dem denne dette disse hans hendes deres der her sådan andre begge mange",
        time: "uge år måned sommer vinter weekend sæson gang",
        pronouns: "han hun de",
    },
    Openers {
        lang: "no",
        join: "men og eller likevel også derfor siden dermed dessuten samtidig så altså derimot deretter",
        point: "han hun den det de dem denne dette disse hans hennes deres der her slik andre begge mange",
        time: "uke uka år året måned sommer vinter helg helgen sesong gang gangen",
        pronouns: "han hun de",
    },
    Openers {
        lang: "fi",
        join: "mutta ja tai kuitenkin myös siksi sitten lisäksi silti niin joten",
        point: "hän he se ne tämä nämä tuo sen hänen heidän siellä täällä muut monet",
        time: "viikko vuosi",
        pronouns: "hän he",
    },
    Openers {
        lang: "pl",
        join: "ale i a lub jednak również też dlatego więc potem ponadto poza zatem natomiast jednocześnie zaś",
        point: "on ona oni one to ten ta ci te tego tej tych jego jej ich tam tutaj taki inni obaj wielu",
        time: "tydzień rok roku miesiąc",
        pronouns: "on ona oni",
    },
    Openers {
        lang: "cs",
        join: "ale a nebo však také proto tedy potom navíc přesto zároveň naopak",
        point: "on ona oni to ten ta ti tato tento toto jeho její jejich tam zde takový jiní oba mnozí",
        time: "týden rok roce měsíc",
        pronouns: "on ona oni",
    },
    Openers {
        lang: "ru",
        join: "но и а однако также поэтому затем тогда кроме при этом или причем причём зато впрочем тем таким итак наконец",
        point: "он она оно они это этот эта эти того тот та те его её ее их ему ей им там здесь такой такая такие другие оба многие",
        time: "неделе год году месяц месяце",
        pronouns: "он она они",
    },
    Openers {
        lang: "uk",
        join: "але і й та а однак також тому потім тоді крім при цьому або проте водночас отже",
        point: "він вона воно вони це цей ця ці того той ті його її їх йому їй їм там тут такий така такі інші обидва",
        time: "тижні рік році місяць",
        pronouns: "він вона вони",
    },
    Openers {
        lang: "tr",
        join: "ama ancak fakat ve veya ayrıca bu yüzden bunun ardından sonra öte yandan yine",
        point: "o bu şu bunlar onlar onun bunu burada orada böyle diğer",
        time: "hafta yıl ay yaz kış",
        pronouns: "o onlar",
    },
    Openers {
        lang: "id",
        join: "tetapi tapi namun dan atau selain juga sementara karena kemudian lalu oleh sedangkan",
        point: "ia dia mereka ini itu tersebut hal beliau di sana",
        time: "minggu tahun bulan",
        pronouns: "ia dia mereka beliau",
    },
    Openers {
        lang: "vi",
        join: "nhưng và hoặc tuy tuy nhiên song do đó vì vậy ngoài ra bên cạnh sau đó đồng thời còn thế nhưng",
        point: "ông bà anh chị họ nó đây đó điều này cô hắn những người này việc này",
        time: "tuần năm tháng",
        pronouns: "họ nó",
    },
];

/// Openings of languages that are not split into words by spaces, or are better matched whole.
const OPENING_PHRASES: &[(&str, &str)] = &[
    (
        "ja",
        "しかし|だが|また|そして|さらに|一方|そのため|このため|これ|それ|その|この|彼|同氏|同社|ただ|なお|だから|ところが|つまり|例えば|こうした|そこで",
    ),
    ("zh", "但|但是|然而|不过|不過|而且|此外|因此|所以|同时|同時|另外|他|她|它|这|這|那|该|該|其中|对此|對此|随后|隨後|另|并且"),
    ("ko", "그러나|하지만|그리고|또|또한|이에|이는|이날|그는|그녀는|이들은|그 |이 |한편|따라서|그래서|다만|앞서"),
    ("ar", "لكن|ولكن|كما|وقد|وهو|وهي|هذا|هذه|ذلك|وهذا|وأضاف|وتابع|وأشار|وأوضح|وقال|إلا أن"),
    ("hi", "लेकिन|और|वह|वे|यह|ये|उन्होंने|उनके|इस|इसके|इससे|उसने|हालांकि|वहीं|इसी"),
    ("th", "แต่|และ|นอกจากนี้|อย่างไรก็ตาม|ทั้งนี้|เขา|เธอ|โดย|ซึ่ง|ขณะที่|จากนั้น"),
];

/// Openings of several words that join on, lower-cased, in languages whose first word alone does not show it.
const JOINING_PHRASES: &str = "in each case|in that case|in this case|as such|at the same time|as a result|in addition|for example|for instance|in response|\
    by contrast|in contrast|on the other hand|after that|after this|in other words|that is why|despite this|despite that|one of them|in turn|\
    zum beispiel|im gegensatz dazu|zur gleichen zeit|auf diese weise|aus diesem grund|dans le même temps|par ailleurs|en outre|en revanche|\
    de son côté|par exemple|à ce titre|pour cela|en este contexto|en este sentido|por su parte|por ejemplo|al mismo tiempo|de esta manera|\
    nesse contexto|por sua vez|por exemplo|ao mesmo tempo|nel frattempo|ad esempio|in questo modo|при этом|в то же время|кроме того|в свою очередь|\
    bunun üzerine|öte yandan|sementara itu|selain itu|trong khi đó|tuy nhiên|ngoài ra|bên cạnh đó|do đó|vì vậy";

fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|w| w == word)
}

/// How a sentence leans on what came before it. `quote_open` tells whether an earlier sentence of
/// the paragraph left a quotation open.
pub(crate) fn leaning(sentence: &str, lang: Lang, quote_open: bool) -> Leaning {
    if quote_open || has_half_quotation(sentence, lang) {
        return Leaning::Piece;
    }
    if let Some((_, phrases)) = OPENING_PHRASES.iter().find(|(code, _)| *code == lang.as_str()) {
        return if phrases.split('|').any(|p| sentence.starts_with(p)) { Leaning::Joins } else { Leaning::None };
    }
    let Some(openers) = OPENERS.iter().find(|o| o.lang == lang.as_str()) else { return Leaning::None };
    let ranges = text::words(sentence);
    let lower = |i: usize| ranges.get(i).and_then(|r| sentence.get(r.clone())).map(str::to_lowercase).unwrap_or_default();
    let capital =
        |i: usize| ranges.get(i).and_then(|r| sentence.get(r.clone())).and_then(|w| w.chars().next()).is_some_and(char::is_uppercase);
    let (first, second) = (lower(0), lower(1));
    let bare = first.split(['\'', '’']).next().unwrap_or(&first).to_owned();
    let beginning: String = sentence.chars().take(30).flat_map(char::to_lowercase).collect();
    if JOINING_PHRASES.split('|').any(|p| beginning.strip_prefix(p).is_some_and(|rest| rest.starts_with([' ', ',']))) {
        return Leaning::Joins;
    }
    let quoted = sentence.trim_start().starts_with(['"', '“', '„', '«', '»', '‘', '\'', '”', '‚']);
    let points = listed(openers.point, &first) || (bare != first && listed(openers.point, &bare));
    if !quoted && points && !listed(openers.time, &second) {
        return Leaning::Points;
    }
    if !quoted && (listed(openers.join, &first)) && !(lang == Lang::EN && first == "so" && second == "far") {
        return Leaning::Joins;
    }
    // A pronoun for a subject before anybody is named: "When he arrived", "…, he said".
    let mut named = false;
    for i in 0..ranges.len() {
        let word = lower(i);
        if i > 0 && capital(i) && word != "i" && word.chars().count() > 1 {
            named = true;
        }
        if i == 0 && capital(0) && capital(1) && !listed(openers.pronouns, &word) {
            named = true;
        }
        let pronoun = listed(openers.pronouns, &word) && word != "it" && !(lang.as_str() == "de" && word == "es");
        if pronoun && !named && !(lang.as_str() == "de" && capital(i)) {
            let speaks = speech::is_verb(&lower(i + 1), lang) || (i > 0 && speech::is_verb(&lower(i - 1), lang));
            if speaks || (i <= 6 && !quoted) {
                return Leaning::Points;
            }
        }
        // A quotation attributed to a pronoun leans whoever it names inside.
        if pronoun && quoted && i > 2 && (speech::is_verb(&lower(i + 1), lang) || speech::is_verb(&lower(i - 1), lang)) {
            return Leaning::Points;
        }
    }
    Leaning::None
}

/// Whether a sentence opens or closes a quotation without its other half.
pub(crate) fn has_half_quotation(sentence: &str, lang: Lang) -> bool {
    let (mut open, mut straight) = (0i32, 0u32);
    for c in sentence.chars() {
        match c {
            '"' => straight += 1,
            '„' | '«' if !lang.is_one_of(&["da"]) => open += 1,
            '»' if !lang.is_one_of(&["da"]) => open -= 1,
            '“' => open += if uses_low_quotes(sentence) { -1 } else { 1 },
            '”' => open -= 1,
            '「' | '『' => open += 1,
            '」' | '』' => open -= 1,
            _ => {}
        }
    }
    // Guillemets may be set either way round; a German ‹»…«› counts -1 and +1 and cancels out.
    open != 0 || straight % 2 == 1
}

/// Whether quotations open with a low mark („), so that “ closes them.
fn uses_low_quotes(sentence: &str) -> bool {
    sentence.contains('„')
}

/// Whether the sentence leaves a quotation open for the next one, given whether it began inside one.
pub(crate) fn leaves_open(sentence: &str, open_before: bool) -> bool {
    let mut open = open_before;
    for c in sentence.chars() {
        match c {
            '"' => open = !open,
            '„' => open = true,
            '“' => open = !uses_low_quotes(sentence) && !open_before,
            '”' => open = false,
            _ => {}
        }
    }
    open
}

#[cfg(test)]
mod tests {
    use super::{Leaning, leaning};
    use crate::text::Lang;

    fn of(lang: &str, sentence: &str) -> Leaning {
        leaning(sentence, Lang::new(lang), false)
    }

    #[test]
    fn an_opening_that_points_back_leans() {
        assert_eq!(of("en", "He said the bridge was safe."), Leaning::Points);
        assert_eq!(of("en", "But the bridge was safe."), Leaning::Joins);
        assert_eq!(of("en", "“The bridge is safe,” he said."), Leaning::Points);
        assert_eq!(of("de", "Dies sei der Brücke egal, hieß es."), Leaning::Points);
        assert_eq!(of("fr", "Mais le pont est sûr."), Leaning::Joins);
        assert_eq!(of("ru", "Он сказал, что мост открыт."), Leaning::Points);
    }

    #[test]
    fn a_time_or_a_name_stands_alone() {
        assert_eq!(of("en", "This week the bridge was closed."), Leaning::None);
        assert_eq!(of("en", "Anna Holm said she would cross the bridge."), Leaning::None);
        assert_eq!(of("en", "The bridge will close on Monday, the council said."), Leaning::None);
    }

    #[test]
    fn half_a_quotation_is_a_piece() {
        assert_eq!(of("en", "“The bridge is safe."), Leaning::Piece);
        assert_eq!(of("de", "„Die Brücke ist sicher“, sagte Holm."), Leaning::None);
        assert_eq!(of("en", "\"It is safe."), Leaning::Piece);
    }
}
