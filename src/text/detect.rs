//! The language of a text from its script and its commonest words, for pages that do not say or
//! say wrongly. Small words are as telling as letter statistics once there are a few sentences, and
//! their table is two kilobytes where trigram models need a hundred.

use super::{Lang, words};

/// The commonest small words of each language, chosen so that neighbours can be told apart.
const SMALL_WORDS: &[(&str, &str)] = &[
    ("en", "the and of to in is that for was with as on by are from have has he his at an were which their said will"),
    ("de", "der die und das nicht ist von den mit sich auf für dem eine ein auch im es wird bei nach sind hat aus zu wie einen"),
    ("fr", "le la les des et est dans une du que pour qui sur au pas par avec il ce sont plus cette été aux ont mais"),
    ("es", "el la los de que y en las del se con por una para es su al lo como más fue ha pero sus este entre según"),
    ("pt", "o os de que e do da em um para com não uma no na por mais dos se foi das ao como mas são pelo à também"),
    ("it", "il di che la e in un per è del della con non una sono dei gli alla anche le si nel ha più dal come lo delle"),
    ("nl", "de het een van en in is dat op te zijn voor met die niet aan er om ook als bij maar door heeft naar wordt uit"),
    ("sv", "och att det som en på är av för den med till inte har om ett vi jag från kan men ska enligt också säger"),
    ("da", "og at det en er den til på af der som med har for de ikke et han vil sig også ved fra men kan efter blev nogle"),
    ("no", "og det er på en som til av for med at har ikke den han om et var fra vi jeg seg også ble men etter sier nå"),
    ("fi", "ja on ei että oli se hän mutta kun joka ovat myös mukaan kuin sen tai vuoden olla mitä kanssa ole jo niin"),
    ("is", "og að í er sem á það til við var hann um en með fyrir ekki hefur því eru frá af þess"),
    ("pl", "i w na się z do nie że jest to o jak po przez od za dla są oraz tym był ale tego także już który które"),
    ("cs", "a se v na je že s z do to o si ve za po jsou ale jako pro by byl podle také které který už jeho"),
    ("sk", "a sa v na je že s z do to o si vo za po sú ale ako pre by bol podľa tiež ktoré ktorý už jeho aj"),
    ("hu", "a az és hogy nem is egy ez volt meg csak már azt van el de vagy mint szerint még amely"),
    ("ro", "și în de la cu a pe care nu din o un să este mai pentru că ce au fost prin sunt după"),
    ("hr", "je i u na se da su za od s će koji kao što bi iz nije to ali ili kako biti"),
    ("sl", "je in v na se da so za od z bo ki kot bi iz ni to ali pa pri tudi"),
    ("lt", "ir kad yra į su iš tai buvo ne apie bei jis kaip bet už metų nuo po taip ar"),
    ("lv", "un ir ka no ar par uz kas to bija arī kā bet gada pēc tika līdz nav"),
    ("et", "ja on ei et see oli ka kui mis oma ta ning aga seda siis või aasta"),
    ("tr", "ve bir bu da de için ile olarak çok daha olan gibi kadar ise ancak sonra var ne en göre olduğunu dedi"),
    ("id", "yang dan di dengan untuk dari pada ini itu dalam tidak akan juga ke oleh ada tersebut telah saat kata"),
    ("vi", "và của là các có trong cho được với không một những người này đã khi về để tại theo ông năm"),
    ("sw", "ya na wa kwa ni katika za la kuwa cha hiyo huo alisema ili kama pia"),
    (
        "zu",
        "ukuthi futhi ngoba kodwa uma kanye lapho ngesikhathi abantu uthe wathi ngemuva nokuthi ngokuthi noma kusho khona kule ukuba uthi sekuyi ngenxa yokuthi njengoba",
    ),
    (
        "xh",
        "ukuba kwaye kuba kodwa xa nangona abantu ukuze uthi ngoku kunye into okanye njengoko ngokuba oku kule ukusuka emva kwakhona ukuya phakathi",
    ),
    ("af", "die en van is in het wat nie dat te vir met op hy sy aan deur ook word was 'n"),
    ("ca", "el la els de que i en les del amb per una és al no més han com va són"),
    ("eu", "eta da ez du bat dute zuen ere dira izan baina hau egin zen"),
    ("lb", "an de vun déi d'ass datt mat net hunn fir och dat huet sinn um gëtt"),
    ("ru", "и в не на что с по это как он из за к для от его но мы а у было она также году был"),
    ("uk", "і в не на що з до це як та у за для від його але є про був які також року він"),
    ("bg", "и на да се за от в не е с че са ще по като това към беше"),
    ("sr", "и у је на да се за су од са који као што би из није ће то"),
    ("be", "і ў не на што з да гэта як для ад але яго пра быў таксама"),
    ("ar", "في من على أن إلى التي عن الذي هذا مع هذه ما كان لا بعد كما وقال"),
    ("fa", "در به از که این را با است برای آن شده می کرد های خود تا"),
    ("ur", "کے میں کی ہے کا اور سے کو نے کہ پر اس ہیں بھی کہا یہ"),
    ("he", "של את על לא הוא כי עם זה גם היא אל אבל או אמר"),
    ("hi", "के में है की और से को का ने पर कि यह हैं भी इस एक लिए"),
    ("mr", "आहे आणि या च्या मध्ये असे होते की हे ते नाही"),
    ("bn", "এবং করে এই থেকে জন্য না হয় ও একটি করা তার"),
];

/// The commonest small words of a language, separated by spaces.
pub(super) fn small_words(lang: Lang) -> &'static str {
    SMALL_WORDS.iter().find(|(code, _)| *code == lang.as_str()).map_or("", |(_, list)| *list)
}

/// The language of a text, or `None` when it is too short or too mixed to tell. Linear in the first
/// few thousand characters, which is where it stops looking.
#[must_use]
pub fn detect(text: &str) -> Option<Lang> {
    let sample = cut(text, 6000);
    if let Some(lang) = by_script(sample) {
        return Some(lang);
    }
    let mut tokens: Vec<String> = words(sample).into_iter().filter_map(|r| sample.get(r)).map(crate::case::lower).collect();
    if tokens.len() < 5 {
        return None;
    }
    // Sorted, so that every word of the lists is looked up and not every word of the text in every list.
    crate::order::sort(&mut tokens);
    let count = |word: &str| tokens.partition_point(|t| t.as_str() <= word) - tokens.partition_point(|t| t.as_str() < word);
    let mut best = (0usize, Lang::UNKNOWN);
    let mut second = 0usize;
    for (code, list) in SMALL_WORDS {
        let hits = list.split(' ').map(count).sum();
        if hits > best.0 {
            second = best.0;
            best = (hits, Lang::new(code));
        } else if hits > second {
            second = hits;
        }
    }
    // A tenth of running text is small words in nearly every language listed; less is names, code or another language. Nguni languages
    // write them together with the word they go with.
    let one_in = if best.1.is_one_of(&["zu", "xh"]) { 40 } else { 12 };
    (best.0 * one_in >= tokens.len() && best.0 >= 2 && best.0 > second).then_some(best.1)
}

/// Languages that their script alone gives away.
fn by_script(sample: &str) -> Option<Lang> {
    let mut letters = 0usize;
    let (mut kana, mut han, mut hangul, mut thai, mut greek, mut hebrew, mut bengali) = (0, 0, 0, 0, 0, 0, 0);
    let (mut tamil, mut georgian, mut armenian) = (0, 0, 0);
    for c in sample.chars().filter(|c| c.is_alphabetic()) {
        letters += 1;
        match u32::from(c) {
            0x3040..=0x30FF => kana += 1,
            0x3400..=0x9FFF => han += 1,
            0xAC00..=0xD7AF => hangul += 1,
            0x0E00..=0x0E7F => thai += 1,
            0x0370..=0x03FF => greek += 1,
            0x0590..=0x05FF => hebrew += 1,
            0x0980..=0x09FF => bengali += 1,
            0x0B80..=0x0BFF => tamil += 1,
            0x10A0..=0x10FF => georgian += 1,
            0x0530..=0x058F => armenian += 1,
            _ => {}
        }
    }
    if letters < 8 {
        return None;
    }
    let most = |n: usize| n * 2 > letters;
    if most(kana + han) {
        return Some(Lang::new(if kana * 12 > han { "ja" } else { "zh" }));
    }
    [(hangul, "ko"), (thai, "th"), (greek, "el"), (hebrew, "he"), (bengali, "bn"), (tamil, "ta"), (georgian, "ka"), (armenian, "hy")]
        .into_iter()
        .find(|&(n, _)| most(n))
        .map(|(_, code)| Lang::new(code))
}

/// The first `limit` bytes or a little less, on a character boundary.
fn cut(text: &str, limit: usize) -> &str {
    let end = (0..=limit.min(text.len())).rev().find(|&i| text.is_char_boundary(i)).unwrap_or(0);
    text.get(..end).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::{Lang, detect};

    #[test]
    fn neighbouring_languages_are_told_apart() {
        for (code, text) in [
            ("en", "The council said that the bridge will be closed for two weeks from Monday."),
            ("de", "Der Rat teilte mit, dass die Brücke ab Montag für zwei Wochen nicht befahrbar ist."),
            ("nl", "De gemeente zegt dat de brug vanaf maandag twee weken niet open is voor het verkeer."),
            ("da", "Kommunen oplyser, at broen er lukket i to uger fra mandag, og der bliver ikke kørt busser."),
            ("no", "Kommunen sier at broen er stengt i to uker fra mandag, og det ikke går busser nå."),
            ("sv", "Kommunen säger att bron är stängd i två veckor från måndag och det inte går några bussar."),
            ("es", "El ayuntamiento dijo que el puente estará cerrado dos semanas por las obras de la calle."),
            ("pt", "A câmara disse que a ponte não vai abrir durante duas semanas por causa das obras na rua."),
            ("it", "Il comune ha detto che il ponte non sarà aperto per due settimane a causa dei lavori."),
            ("ru", "Мэрия сообщила, что мост будет закрыт на две недели и движение по нему не откроют."),
            ("uk", "Мерія повідомила, що міст буде закрито на два тижні, але рух для автобусів є."),
            ("ja", "市は、橋が月曜日から二週間通行止めになると発表した。"),
            ("zh", "市政府表示，这座桥从星期一起将关闭两个星期。"),
            ("ko", "시는 다리가 월요일부터 이 주 동안 폐쇄된다고 밝혔다."),
        ] {
            assert_eq!(detect(text), Some(Lang::new(code)), "{text}");
        }
    }

    #[test]
    fn a_few_names_are_no_language() {
        assert_eq!(detect("Anna Karlsson, Ryd"), None);
        assert_eq!(detect(""), None);
    }
}
