//! Lines inside an article that are not its story: links to other articles, appeals that survived,
//! corrections, credits, captions, notes on who wrote. They never belong in a summary.

/// Beginnings of such lines, lower-cased, separated by bars; a group for each family of languages.
const BEGINNINGS: &[&str] = &[
    "sign up|subscribe|read more|click here|follow us|follow @|advertisement|story continues|article continues|scroll down|\
     reporting by|(reporting by|additional reporting|all rights reserved|copyright|©|watch:|watch the video|listen to|listen:|\
     image source|image:|photo:|photos:|photograph:|picture:|video:|related:|read:|read also|see also:|also read|more:|\
     more on|correction:|correction |clarification|this article was|this article has been|this story has been|\
     this story was|an earlier version|a previous version|editor's note|editor’s note|editors’ note|editors' note|note:|\
     disclaimer|join our|join the conversation|download the app|get the latest|get our|send tips|contact the editor|contact the writer|contact the author|\
     for more information, visit|share this|support our|support us|donate|become a member|already a subscriber|log in|what do you think|do you have a story|have your say|published:|updated:|last updated|last modified|\
     the opinions expressed|the views expressed|this content was|this post was|e-mail to a friend|tags:|source:|sources:",
    "lesen sie auch|lesen sie mehr|lesen sie hier|mehr dazu|mehr zum thema|mehr zu|das könnte sie auch|foto:|fotos:|bild:|\
     quelle:|anzeige|newsletter|jetzt abonnieren|abonnieren|melden sie sich|korrektur|hinweis:|anmerkung der redaktion|\
     transparenzhinweis|mit material von|auch interessant|zum thema|video zum thema|lies auch|lesetipp|dieser artikel|\
     dieser text|diese meldung|die kommentare|unser angebot|(dpa|(afp",
    "lire aussi|à lire aussi|a lire aussi|lire la suite|voir aussi|abonnez-vous|inscrivez-vous|découvrez|à lire :|retrouvez|\
     photo :|crédit|© |cet article|avec afp|(avec afp|suivez-nous",
    "lee también|lea también|leer más|te puede interesar|puede interesarte|suscríbete|suscríbase|sigue leyendo|síguenos|\
     ver también|mira también|foto |fotografía|leia também|leia mais|saiba mais|veja também|assine|siga |clique aqui|\
     leggi anche|leggi tutto|iscriviti|abbonati|seguici|guarda anche|riproduzione riservata",
    "lees ook|lees meer|bekijk ook|schrijf je in|läs också|läs mer|läs även|prenumerera|læs også|læs mere|les også|les mer|\
     lue myös|lue lisää|tilaa ",
    "czytaj także|czytaj też|czytaj więcej|zobacz także|zobacz też|przeczytaj|čtěte také|čtěte více|čítajte aj|olvassa el",
    "читайте также|читать также|смотрите также|подписывайтесь|подпишитесь|фото:|источник:|читайте також|дивіться також|\
     підписуйтесь|підписуйтеся",
    "ayrıca okuyun|bunu da okuyun|ilgili haber|abone ol|baca juga|simak juga|lihat juga|xem thêm|đọc thêm|>>|اقرأ أيضا|\
     اقرأ أيضًا|اقرأ المزيد|यह भी पढ़ें|ये भी पढ़ें|関連記事|続きを読む|【関連|会員登録|延伸阅读|延伸閱讀|相关阅读|相關新聞|关注我们|관련기사|무단 전재|อ่านเพิ่มเติม|\
     อ่านข่าว",
];

/// Phrases that mark such lines wherever they stand, lower-cased, separated by bars.
const ANYWHERE: &[&str] = &["all rights reserved|getty images|contributed to this report|contributed reporting|may receive a commission|\
     may earn a commission|affiliate link|scroll down for video|cookies|our newsletter|free newsletter|terms of service|\
     privacy policy|privacy notice|sign up for|sign up to|subscribe to|unsubscribe|follow us on|like us on facebook|\
     follow him on twitter|follow her on twitter|click here to|nicht abgeschlossen|unseren newsletter|datenschutz|\
     notre newsletter|tous droits réservés|nuestro boletín|todos los derechos reservados|todos os direitos reservados|\
     nossa newsletter|enable javascript|ad-blocker|adblocker|corrected to|has been updated to|was updated to|was amended on|\
     this video|image caption|media caption|tutti i diritti riservati"];

/// Whether a sentence or short paragraph is not part of the story.
pub(crate) fn is_boilerplate(text: &str) -> bool {
    let lower =
        text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '•' | '–' | '-' | '*' | '▶' | '►' | '→' | '+')).to_lowercase();
    if BEGINNINGS.iter().flat_map(|group| group.split('|')).any(|b| starts_with_word(&lower, b)) {
        return true;
    }
    // A long sentence may speak of newsletters or cookies because the story does.
    lower.chars().count() < 400 && ANYWHERE.iter().flat_map(|group| group.split('|')).any(|p| lower.contains(p))
}

fn starts_with_word(text: &str, beginning: &str) -> bool {
    text.strip_prefix(beginning)
        .is_some_and(|rest| !beginning.ends_with(char::is_alphabetic) || !rest.chars().next().is_some_and(char::is_alphanumeric))
}

/// Whether a sentence reads like a picture's caption: "Software: Orfeas Boteas, 27, made …", "(pictured, left)".
pub(crate) fn is_caption(text: &str) -> bool {
    let lower = text.to_lowercase();
    if [
        "(pictured",
        "pictured:",
        "pictured above",
        "pictured below",
        "(left)",
        "(right)",
        "(l)",
        "(r)",
        "(links)",
        "(rechts)",
        "(à gauche)",
        "(g.)",
        "(d.)",
    ]
    .iter()
    .any(|p| lower.contains(p))
        || lower.starts_with("pictured")
    {
        return true;
    }
    false
}

/// Whether a sentence opens with a label and a colon, as captions and bulletins do ("Wreckage: Karen Buckland pulled …").
pub(crate) fn has_label(text: &str) -> bool {
    let Some((label, rest)) = text.split_once(": ") else { return false };
    label.split_whitespace().count() <= 4 && label.chars().count() <= 40 && rest.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::{has_label, is_boilerplate};

    #[test]
    fn links_appeals_and_corrections_are_not_the_story() {
        for line in
            ["Read more: The bridge", "Lesen Sie auch: Die Brücke", "This article was corrected on Monday.", "(Reporting by A. Holm)"]
        {
            assert!(is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn a_word_that_only_begins_like_one_is_the_story() {
        for line in ["Correctional officers left the bridge.", "Readers moved on.", "Subscribers fell by a tenth in May."] {
            assert!(!is_boilerplate(line), "{line}");
        }
    }

    #[test]
    fn a_label_is_short_and_followed_by_a_capital() {
        assert!(has_label("Wreckage: Anna Holm pulled him out."));
        assert!(!has_label("The mayor said what many thought: the bridge is old."));
    }
}
