//! Lines inside an article that are not its story: links to other articles, appeals that survived,
//! corrections, credits, captions, notes on who wrote. They never belong in a summary.

/// Beginnings of such lines in all languages, lower-cased, separated by bars; a line for each first letter, so that only one is tried.
const BEGINNINGS: &str = "(reporting by|(dpa|(afp|(avec afp\n\
     >>\n\
     advertisement|article continues|additional reporting|all rights reserved|also read|an earlier version|\
         a previous version|already a subscriber|anzeige|abonnieren|anmerkung der redaktion|auch interessant|a lire aussi|\
         abonnez-vous|avec afp|assine|abbonati|ayrıca okuyun|abone ol\n\
     become a member|bild:|bekijk ook|bunu da okuyun|baca juga\n\
     click here|copyright|correction:|correction |clarification|contact the editor|contact the writer|contact the author|\
         crédit|cet article|clique aqui|czytaj także|czytaj też|czytaj więcej\n\
     disclaimer|download the app|donate|do you have a story|das könnte sie auch|dieser artikel|dieser text|diese meldung|\
         die kommentare|découvrez\n\
     editor's note|editor’s note|editors’ note|editors' note|e-mail to a friend\n\
     follow us|follow @|for more information, visit|foto:|fotos:|foto |fotografía\n\
     get the latest|get our|guarda anche\n\
     have your say|hinweis:\n\
     image source|image:|inscrivez-vous|iscriviti|ilgili haber\n\
     join our|join the conversation|jetzt abonnieren\n\
     korrektur\n\
     listen to|listen:|log in|last updated|last modified|lesen sie auch|lesen sie mehr|lesen sie hier|lies auch|lesetipp|\
         lire aussi|lire la suite|lee también|lea también|leer más|leia também|leia mais|leggi anche|leggi tutto|lees ook|\
         lees meer|läs också|läs mer|läs även|læs også|læs mere|les også|les mer|lue myös|lue lisää|lihat juga\n\
     more:|more on|mehr dazu|mehr zum thema|mehr zu|melden sie sich|mit material von|mira también\n\
     note:|newsletter\n\
     olvassa el\n\
     photo:|photos:|photograph:|picture:|published:|photo :|puede interesarte|prenumerera|przeczytaj\n\
     quelle:\n\
     read more|reporting by|related:|read:|read also|retrouvez|riproduzione riservata\n\
     sign up|subscribe|story continues|scroll down|see also:|send tips|share this|support our|support us|source:|sources:|\
         suivez-nous|suscríbete|suscríbase|sigue leyendo|síguenos|saiba mais|siga |seguici|schrijf je in|simak juga\n\
     this article was|this article has been|this story has been|this story was|the opinions expressed|the views expressed|\
         this content was|this post was|tags:|transparenzhinweis|te puede interesar|tilaa \n\
     updated:|unser angebot\n\
     video:|video zum thema|voir aussi|ver también|veja também\n\
     watch:|watch the video|what do you think\n\
     xem thêm\n\
     zum thema|zobacz także|zobacz też\n\
     ©|© \n\
     à lire aussi|à lire :\n\
     čtěte také|čtěte více|čítajte aj\n\
     đọc thêm\n\
     дивіться також\n\
     источник:\n\
     подписывайтесь|подпишитесь|підписуйтесь|підписуйтеся\n\
     смотрите также\n\
     фото:\n\
     читайте также|читать также|читайте також\n\
     اقرأ أيضا|اقرأ أيضًا|اقرأ المزيد\n\
     यह भी पढ़ें|ये भी पढ़ें\n\
     อ่านเพิ่มเติม|อ่านข่าว\n\
     【関連\n\
     会員登録\n\
     关注我们\n\
     延伸阅读|延伸閱讀\n\
     相关阅读|相關新聞\n\
     続きを読む\n\
     関連記事\n\
     관련기사\n\
     무단 전재";

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
    let Some(first) = lower.chars().next() else { return false };
    let same_letter = BEGINNINGS.split('\n').find(|line| line.starts_with(first)).unwrap_or_default();
    if !same_letter.is_empty() && same_letter.split('|').any(|b| starts_with_word(&lower, b)) {
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
