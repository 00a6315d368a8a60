//! Abbreviations that end in a full stop, and words that commonly open a sentence, per language.
//! They are lists because nothing else tells "Gen. Lee" from "the men. Lee"; each is short because a
//! wrong entry joins two sentences for good.

use super::Lang;

/// Never the last word of a sentence: titles, "for example", units before a number. All languages
/// share one list where spellings do not collide with words; lower-cased, without the full stop.
const NEVER_FINAL_ANYWHERE: &str = "mr mrs ms mx dr drs prof st mt ft gen lt col sgt cpl capt cmdr maj adm gov sen rep \
    rev hon pres supt det insp messrs mme mlle mgr dott ing arch avv sig sra sres dra lic hr fr hl nr no art vgl fig vs cf \
    e.g i.e viz approx ca eg ie z.b d.h u.a o.ä m.in t.ex f.eks bl.a t.d v.a i.d.r p.ej vol pp ed eds feat incl resp";

/// Months and weekdays as English abbreviates them: a number or a name follows, rarely a sentence.
const NEVER_FINAL: &[(&str, &str)] = &[
    (
        "en",
        "jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri sat sun rt pvt spc brig cllr \
        asst assoc atty dist dept univ ave blvd nos op para secy amb fr sr sra def ex bros",
    ),
    (
        "de",
        "bzw ggf evtl inkl exkl sog sogen vgl abs aufl bd bearb bsp bspw dipl einschl entspr erg etwa geb gest geg gegr \
        jh jhd jg kap lfd lt max min mind mio mrd mill milld nachm nördl östl südl westl orig pos s st str stv tel urspr \
        usf verh verm vorm wg zit zt zzgl jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa so frl hg \
        hrsg kfm ltd med phil jur rer nat theol hon rd ehem gem allg bes betr dt engl frz ital lat röm kath evang ev \
        abt abb anm ausg fa fam gebr ges i d u v z e",
    ),
    (
        "fr",
        "m mm mmes mlles me dr pr av bd éd env ex fig hab janv févr avr juil sept oct nov déc p ph réf tél vol cap cdt \
        gal lieut ste c.-à-d n art al chap",
    ),
    (
        "es",
        "ee sr sra srta sres d dña da don ud uds vd vds av avda c cía dpto ej gral gob ing izq lic núm nº págs pág p pp prof \
        profa tel tlf ene feb mar abr may jun jul ago sept oct nov dic fco ma ntra sto sta cap art aprox mons ctra cnel \
        tte sgto alm dir hno hna",
    ),
    (
        "pt",
        "sr sra srs dr dra d prof profa eng arq av r al núm n pág p pp tel jan fev mar abr mai jun jul ago set out nov \
        dez exmo exma ilmo art dep sen gov min cap cel ten gal sto sta apto ed aprox",
    ),
    (
        "it",
        "sig sigg sig.ra dott dott.ssa prof prof.ssa ing arch avv on sen geom rag mons gen col cap ten magg n nn pag \
        pagg p pp art artt tel gen feb mar apr mag giu lug ago set ott nov dic es ecc.to cfr p.es s ss v vol dir ca",
    ),
    (
        "nl",
        "dhr mevr mw mej drs ir ing mr prof dr bijv bv d.w.z m.a.w o.a m.b.t t.a.v t.o.v i.v.m n.a.v o.l.v v nl nr tel \
        blz jan feb mrt apr jun jul aug sept okt nov dec ca resp evt incl excl zgn ds jhr burg",
    ),
    (
        "sv",
        "bl.a t.ex d.v.s s.k dvs kl ca nr tel jan feb mars apr jun jul aug sept okt nov dec fr hr st f.d m.m.fl o.s.v.a \
        resp inkl exkl ev forts p.g.a m.a.o i.st",
    ),
    (
        "da",
        "bl.a f.eks d.v.s dvs kl ca nr tlf jan feb mar apr jun jul aug sept okt nov dec hr fr st kgl pga p.g.a m.h.p \
        inkl ekskl evt ifm iht jf mht pct s d bl f.kr",
    ),
    (
        "no",
        "bl.a f.eks dvs d.v.s kl ca nr tlf jan feb mar apr jun jul aug sept okt nov des hr fr st kgl pga p.g.a inkl \
        ekskl evt ifm iht jf mht pst s d bl f.kr",
    ),
    ("fi", "esim mm ks n nk nro no os p puh s ts tri dos prof toim vrt v.t vt klo ent mrd milj fil synt kok"),
    ("is", "t.d þ.e m.a sr hr fr nr kl u.þ.b s.s bls sbr"),
    (
        "pl",
        "dr prof inż mgr hab płk gen kpt por sierż ks bp abp św ul al pl pt np tzw tj m.in ok r.ż nr str im zob por \
        red min mec adm godz tel woj pow śp bł o ok wg zał sygn poz art ust",
    ),
    (
        "cs",
        "dr prof doc ing mgr bc mudr judr phdr rndr mvdr gen plk kpt por sv ul nám tř č čp tzv např mj resp popř \
        tj tel str ev odst zák cca hl sl roč p pí tř obr",
    ),
    ("sk", "dr prof doc ing mgr bc gen plk kpt sv ul nám č tzv napr tj resp tel str cca p pod obr zb"),
    ("hu", "dr ifj id prof pl ún kb ill stb.k vö u.n sz st özv gr br"),
    ("ro", "dl dna dr prof ing str nr bd av gen col lt mr art al tel pag d-na d-l jud"),
    ("tr", "dr prof doç yrd av mah cad sok no tel bkz örn yy s sn op uzm öğr alb gen korg org tuğg yzb bşk çev haz hz"),
    (
        "ru",
        "ок т.е т.н т.к т.о им ул пл просп пр наб пер д корп кв оф стр с п ст гл рис табл см ср напр проф доц акад канд \
        ген полк майор кап лейт св о преп г-н г-жа гр тов ред изд авт соч тел обл р-н пос дер т тт чл мр др-р",
    ),
    (
        "uk",
        "т.зв т.к ім вул пл просп буд корп кв стор с п ст гл рис див напр проф доц акад канд ген полк св о ред вид авт \
        тел обл р-н смт м т тт чл",
    ),
    ("bg", "т.нар т.е ул бул пл проф доц инж д-р г-н г-жа ген полк св стр вж напр им кв гр"),
    ("id", "dr drs prof ir hj kh h tn ny sdr yth jl no hlm tgl kec kab prov a.n dll.a st rt rw"),
    ("vi", "tp ts ths gs pgs bs ks tx tt q p đ"),
    ("ar", "د م أ ص ب"),
    ("th", "น ดร นพ พญ พล.ต.อ พ.ต.อ พ.ศ ค.ศ รศ ผศ ศ"),
    ("hi", "डॉ श्री प्रो पं मो सं लेफ्टि कर्नल एड मि कु"),
    ("el", "κ κα κος αγ αρ αριθ σελ τηλ π.χ βλ δρ καθ λεωφ οδ"),
    ("af", "mnr mev mej dr prof ds bv m.a.w o.a nr tel genl kol kapt adv"),
];

/// May end a sentence, or not: what follows decides. The lists are joined for all languages.
const SOMETIMES_FINAL: &str = "inc corp co ltd llc plc jr sr etc esq a.m p.m u.s u.k u.n u.s.a e.u d.c l.a b.c a.d ph.d m.d \
    b.a m.a bros usw etc.pp u.s.w al ecc eccetera n.chr v.chr etcétera ee.uu rr.hh a.c d.c aa.vv enz e.d m.m o.s.v osv mfl \
    m.fl m.m.fl o.l o.dyl s.å jne yms ym itd itp atd apod s.r.o a.s tzn stb vb vs ltd.şti şti т.д т.п др пр г гг в вв руб \
    коп тыс млн млрд трлн грн млн тис р рр ст h min sek std kg km cm m ha mio mrd bln bil mil tys mln mld zł r w.e n.e \
    dll dsb dst m.h uhr a.d n.v b.v s.a s.p.a s.r.l g.m.b.h e.v u.a.m u.ä u.v.m m.e.z mm.ff";

/// Words that open sentences often and are seldom part of a name: after an abbreviation, an initial
/// or an ordinal they show that a new sentence begins. With capital, as they are written.
const OPENERS: &[(&str, &str)] = &[
    (
        "en",
        "The A An It He She They We I You In On At But And This That These Those There If When While After Before As For \
        With However Some Many Most His Her Their Our My Its Not No So Then What Who Why How Where Since Although Because Now \
        Another Other Both All By From To Also Only Even Still Yet Meanwhile According Among Although Nor Or Once One Two",
    ),
    (
        "de",
        "Der Die Das Ein Eine Einen Er Sie Es Wir Ich Ihr In Im Am An Auf Bei Mit Nach Vor Und Aber Doch Auch Dies Diese \
        Dieser Dieses Dort Da Dann Danach Damit Denn Als Wenn Wie Was Wer Warum Seit Zu Zum Zur Für Von Aus Nun Noch Nur So \
        Sein Seine Ihre Man Dabei Daher Deshalb Jetzt Heute Bis Viele Alle Nicht Kein Keine Zudem Dazu Durch Insgesamt",
    ),
    (
        "fr",
        "Le La Les L Un Une Des Il Elle Ils Elles On Nous Je Ce Cette Ces C Cela En Dans Au Aux À Mais Et Pour Par Sur \
        Avec Si Quand Selon Après Avant Depuis Son Sa Ses Leur Leurs Qui Que Plus Pas Ainsi Alors Puis Tous Toutes",
    ),
    (
        "es",
        "El La Los Las Un Una Lo En Al Él Ella Ellos Yo Es Se No Y Pero Para Por Con Sin Según Tras Desde Este Esta Estos \
        Estas Eso Esto Su Sus Si Cuando Como Aunque Además También Así Ya Hay Durante Mientras A De",
    ),
    (
        "pt",
        "O A Os As Um Uma Em No Na Nos Nas Ao Ele Ela Eles Eu É Não E Mas Para Por Com Sem Segundo Após Desde Este Esta \
        Isso Isto Seu Sua Se Quando Como Embora Além Também Assim Já Há Durante Enquanto De",
    ),
    (
        "it",
        "Il Lo La I Gli Le L Un Una In Nel Nella Al Alla Lui Lei È Non E Ma Per Con Secondo Dopo Questo Questa Suo Sua Se \
        Quando Come Anche Così Già Ci C Durante Mentre Di Da A",
    ),
    (
        "nl",
        "De Het Een In Op Bij Met Na Voor En Maar Ook Dit Deze Dat Die Hij Zij Ze We Ik Er Als Wie Wat Toen Volgens Door \
        Zijn Haar Daar Daarom Om Van Uit Nu Nog",
    ),
    (
        "sv",
        "Det Den De En Ett I På Vid Med Efter För Och Men Också Detta Denna Dessa Han Hon Vi Jag Där Då När Om Enligt Nu \
        Sedan Från Till Som Hans Hennes Under",
    ),
    (
        "da",
        "Det Den De En Et I På Ved Med Efter For Og Men Også Dette Denne Disse Han Hun Vi Jeg Der Da Når Hvis Ifølge Nu \
        Siden Fra Til Som Hans Hendes Under",
    ),
    (
        "no",
        "Det Den De En Et I På Ved Med Etter For Og Men Også Dette Denne Disse Han Hun Vi Jeg Der Da Når Hvis Ifølge Nå \
        Siden Fra Til Som Hans Hennes Under",
    ),
    ("fi", "Se Hän He Ne Tämä Nämä Ja Mutta Myös Kun Jos Kuitenkin Lisäksi Sen Hänen Nyt Siitä Siellä Että Ei On"),
    (
        "pl",
        "To Ten Ta Te W We Na Po Przed Za Z Ze Do Od I A Ale Jednak Oraz Jest Nie On Ona Oni Jak Kiedy Gdy Jeśli Według \
        Tak Dla Przy Pod Już",
    ),
    (
        "cs",
        "To Ten Ta Ti V Ve Na Po Před Za Z Ze Do Od I A Ale Však Je Není On Ona Oni Jak Když Pokud Podle Tak Pro Při Pod \
        Už",
    ),
    ("tr", "Bu O Bir Ve Ancak Ama Ayrıca Daha Her Hem Ben Biz Şu Öte Yine Buna Bunun"),
    (
        "ru",
        "В Во На По При С Со За К От Из У О Об И А Но Это Этот Эта Эти Он Она Они Мы Я Как Когда Если Однако Также Так Там \
        Тогда После До Для Не Что Кто Его Её Их По-прежнему",
    ),
    (
        "uk",
        "У В На По При З Із За До Від О Об І А Але Це Цей Ця Ці Він Вона Вони Ми Я Як Коли Якщо Однак Також Так Там Після \
        Для Не Що Хто Його Її Їх",
    ),
    ("id", "Ini Itu Di Pada Dalam Dan Namun Tetapi Ia Dia Mereka Kami Saya Untuk Dengan Sementara Menurut Setelah Selain"),
    ("vi", "Ông Bà Anh Chị Họ Tôi Trong Theo Tuy Nhưng Và Khi Sau Trước Đây Đó Các Những Một Tại Từ"),
];

/// Months that follow a day number with a full stop, where months are written with a capital.
pub(super) fn is_capital_month(word: &str) -> bool {
    "Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember Jan Feb Mär Apr Jun Jul \
     Aug Sep Sept Okt Nov Dez Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"
        .split(' ')
        .any(|w| w == word)
}

fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|w| w == word)
}

fn of<'a>(table: &'a [(&str, &'a str)], lang: Lang) -> Option<&'a str> {
    table.iter().find(|(code, _)| *code == lang.as_str()).map(|(_, list)| *list)
}

/// Whether a lower-cased word before a full stop never ends a sentence in this language.
pub(super) fn is_never_final(word: &str, lang: Lang) -> bool {
    if listed(NEVER_FINAL_ANYWHERE, word) {
        // Some of the common entries are ordinary words elsewhere.
        let word_elsewhere = match word {
            "no" => !lang.is_one_of(&["en", "es", "fi", "tr", "id", ""]),
            "hr" | "fr" | "st" | "art" => lang.is_one_of(&["cs"]) || (word == "art" && lang.is_one_of(&["en", "de", "sv"])),
            "ed" => lang.is_one_of(&["it"]),
            "ms" | "mt" | "ft" | "det" | "hon" => !lang.is_one_of(&["en", ""]),
            "gen" | "col" | "fig" => lang.is_one_of(&["de", "nl", "sv", "da", "no"]) && word == "gen",
            "ca" => lang.is_one_of(&["ro"]),
            "sig" | "ing" | "arch" => lang.is_one_of(&["en", "sv", "da", "no"]),
            _ => false,
        };
        return !word_elsewhere;
    }
    of(NEVER_FINAL, lang).is_some_and(|list| listed(list, word))
}

/// Whether a lower-cased word before a full stop is an abbreviation that may also end a sentence.
pub(super) fn is_sometimes_final(word: &str) -> bool {
    listed(SOMETIMES_FINAL, word)
}

/// Whether a word, as written, commonly opens a sentence and is seldom part of a name. Unknown languages are asked in English.
#[must_use]
pub fn opens_sentence(word: &str, lang: Lang) -> bool {
    let list = of(OPENERS, lang).or_else(|| of(OPENERS, Lang::EN)).unwrap_or_default();
    let bare = word.split(['\'', '’']).next().unwrap_or(word);
    listed(list, word) || listed(list, bare)
}
