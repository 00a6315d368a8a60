//! Countries, regions and large towns: the places that can be told from a person or a company by
//! name alone. Smaller places are left out rather than guessed.

/// Names any language of the list writes; several words joined by `_`.
const EVERYWHERE: &str = "Berlin Hamburg München Munich Frankfurt Stuttgart Düsseldorf Dortmund Leipzig Dresden Hannover Nürnberg Bremen \
    Bonn Köln Cologne Wien Vienna Salzburg Graz Linz Innsbruck Zürich Zurich Genf Geneva Basel Bern Lausanne Paris Marseille Lyon Toulouse \
    Nantes Strasbourg Straßburg Bordeaux Lille Rennes London Manchester Birmingham Liverpool Leeds Glasgow Edinburgh Cardiff Belfast Bristol Dublin \
    Madrid Barcelona Valencia Sevilla Bilbao Zaragoza Málaga Lisboa Lisbon Lissabon Rom Roma Rome Milano Milan Mailand Napoli Turin Torino \
    Venedig Venice Venezia Firenze Florence Florenz Bologna Palermo Amsterdam Rotterdam Utrecht Brüssel Brussels Bruxelles Antwerpen Luxemburg \
    Luxembourg Kopenhagen Copenhagen Stockholm Göteborg Malmö Oslo Helsinki Tampere Turku Reykjavik Tallinn Riga Vilnius Warschau Warsaw \
    Warszawa Kraków Prag Prague Praha Brno Bratislava Budapest Bukarest Bucharest Sofia Belgrad Belgrade Zagreb Ljubljana Sarajevo Athen Athens Athènes \
    Istanbul Ankara Izmir Kiew Kyiv Kiev Charkiw Kharkiv Odessa Lwiw Lviv Moskau Moscow Moscou Moscú Mosca Petersburg Minsk Tiflis Tbilisi Baku Jerewan \
    Jerusalem Tel_Aviv Haifa Gaza Damaskus Damascus Aleppo Beirut Beyrouth Bagdad Baghdad Teheran Tehran Riad Riyadh Dubai Abu_Dhabi Doha Kairo Cairo \
    Tripolis Tripoli Tunis Algier Algiers Casablanca Lagos Abuja Accra Nairobi Kampala Johannesburg Kapstadt Cape_Town Pretoria Kinshasa Khartoum \
    Kabul Islamabad Karachi Lahore Delhi New_Delhi Mumbai Kolkata Bangalore Chennai Dhaka Colombo Kathmandu Bangkok Hanoi Saigon Phnom_Penh Jakarta \
    Manila Singapore Singapur Kuala_Lumpur Hongkong Hong_Kong Taipei Peking Beijing Shanghai Shenzhen Guangzhou Wuhan Seoul Pjöngjang Pyongyang Tokyo \
    Tokio Osaka Kyoto Sydney Melbourne Brisbane Perth Canberra Auckland Wellington New_York New_York_City Washington Chicago Boston Philadelphia \
    Detroit Miami Atlanta Houston Dallas Austin Denver Phoenix Seattle Los_Angeles San_Francisco San_Diego Las_Vegas New_Orleans Toronto Montreal \
    Montréal Ottawa Vancouver Havana La_Habana Caracas Bogotá Lima Quito La_Paz Santiago Buenos_Aires Montevideo Rio_de_Janeiro São_Paulo Brasília \
    Mexico_City Guadalajara Monterrey San_Juan Kingston Lausanne Davos Den_Haag The_Hague \
    California Texas Florida Alaska Hawaii Ohio Michigan Illinois Pennsylvania Arizona Nevada Oregon Colorado Utah Minnesota Wisconsin Iowa Missouri \
    Louisiana Alabama Mississippi Tennessee Kentucky Maryland Massachusetts Connecticut Virginia West_Virginia North_Carolina South_Carolina \
    North_Dakota South_Dakota New_Jersey New_Mexico New_Hampshire Nebraska Oklahoma Arkansas Kansas Indiana Idaho Montana Wyoming Vermont Maine Rhode_Island Delaware Quebec \
    Ontario Alberta Manitoba Saskatchewan Queensland Bayern Sachsen Thüringen Hessen Brandenburg Niedersachsen Saarland Nordrhein-Westfalen \
    Baden-Württemberg Rheinland-Pfalz Sachsen-Anhalt Schleswig-Holstein Mecklenburg-Vorpommern Katalonien Cataluña Catalunya Andalucía Galicia Scotland \
    Schottland Wales England Krim Crimea Donbass Donbas Tibet Xinjiang Kashmir Puerto_Rico \
    Afghanistan Pakistan Iran Kuwait Oman Israel Vietnam Myanmar Nepal Bangladesh Angola Nigeria Niger Ghana Senegal Mali Uganda Sudan Malawi Botswana \
    Ecuador Venezuela Honduras Guatemala Nicaragua Panama Costa_Rica Bolivia Paraguay Uruguay Chile Peru Haiti Portugal Liechtenstein Andorra Monaco \
    Malta Kosovo Montenegro Taiwan Sri_Lanka Burkina_Faso El_Salvador Australia China Japan Canada Indonesia Malaysia Somalia Burundi";

/// Names that one language writes so.
const BY_LANGUAGE: &[(&str, &str)] = &[
    (
        "en",
        "Germany France Spain Italy Austria Switzerland Belgium Netherlands Denmark Sweden Norway Finland Iceland Ireland Britain Great_Britain \
         United_Kingdom U.K UK United_States U.S US USA America Mexico Brazil Argentina Colombia Cuba Jamaica Russia Ukraine Belarus Poland Hungary \
         Romania Bulgaria Serbia Croatia Slovenia Slovakia Czech_Republic Bosnia Albania Greece Turkey Georgia Armenia Azerbaijan Kazakhstan Uzbekistan \
         Mongolia India South_Korea North_Korea Korea Thailand Cambodia Laos Philippines Papua_New_Guinea New_Zealand Fiji Syria Iraq Lebanon Jordan Yemen \
         Saudi_Arabia Qatar Bahrain United_Arab_Emirates UAE Egypt Libya Tunisia Algeria Morocco Mauritania Ethiopia Eritrea Kenya Tanzania Rwanda Congo \
         Cameroon Zambia Zimbabwe Mozambique Namibia South_Africa South_Sudan Lesotho Madagascar Europe Asia Africa Antarctica Estonia Latvia \
         Lithuania Moldova Cyprus Northern_Ireland Gaza_Strip West_Bank Middle_East Latin_America Palestine Greenland",
    ),
    (
        "de",
        "Deutschland Frankreich Spanien Italien Österreich Schweiz Belgien Niederlande Dänemark Schweden Norwegen Finnland Island Irland Großbritannien \
         USA Amerika Mexiko Brasilien Argentinien Kolumbien Kuba Kanada Russland Ukraine Belarus Polen Ungarn Rumänien Bulgarien Serbien Kroatien Slowenien \
         Slowakei Tschechien Bosnien Albanien Griechenland Türkei Georgien Armenien Aserbaidschan Kasachstan Indien Südkorea Nordkorea Thailand Kambodscha \
         Philippinen Neuseeland Australien Syrien Irak Libanon Jordanien Jemen Saudi-Arabien Katar Bahrain Ägypten Libyen Tunesien Algerien Marokko Äthiopien \
         Kenia Tansania Ruanda Kongo Südafrika Namibia Europa Asien Afrika Estland Lettland Litauen Moldau Zypern Nordirland Gazastreifen Westjordanland \
         Indonesien Palästina Grönland Luxemburg Mallorca",
    ),
    (
        "fr",
        "Allemagne France Espagne Italie Autriche Suisse Belgique Pays-Bas Danemark Suède Norvège Finlande Islande Irlande Royaume-Uni États-Unis \
         Etats-Unis Mexique Brésil Argentine Colombie Cuba Canada Russie Ukraine Biélorussie Pologne Hongrie Roumanie Bulgarie Serbie Croatie Slovénie Slovaquie \
         Grèce Turquie Géorgie Arménie Azerbaïdjan Inde Chine Japon Thaïlande Cambodge Australie Nouvelle-Zélande Syrie Irak Liban Jordanie Yémen Qatar Égypte \
         Libye Tunisie Algérie Maroc Éthiopie Kenya Rwanda Congo Cameroun Sénégal Gabon Europe Asie Afrique Londres Genève Bretagne Normandie Corse Guadeloupe \
         Martinique Guyane Mayotte",
    ),
    (
        "es",
        "Alemania Francia España Italia Austria Suiza Bélgica Dinamarca Suecia Noruega Finlandia Irlanda Inglaterra Reino_Unido Estados_Unidos EE.UU México \
         Brasil Argentina Colombia Cuba Canadá Rusia Ucrania Polonia Hungría Rumanía Grecia Turquía India Japón Tailandia Siria Irak Líbano Jordania Yemen Egipto \
         Libia Túnez Argelia Marruecos Etiopía Kenia Sudáfrica Europa Asia África Londres París Perú Panamá República_Dominicana Puerto_Rico Andalucía Madrid Bolivia",
    ),
    (
        "it",
        "Germania Francia Spagna Italia Austria Svizzera Belgio Danimarca Svezia Norvegia Finlandia Irlanda Inghilterra Regno_Unito Stati_Uniti Messico Brasile \
         Russia Ucraina Polonia Ungheria Grecia Turchia India Cina Giappone Siria Iraq Libano Egitto Libia Tunisia Algeria Marocco Europa Asia Africa Londra Parigi \
         Berlino Sicilia Sardegna Lombardia Toscana Veneto Puglia Calabria",
    ),
    (
        "pt",
        "Alemanha França Espanha Itália Áustria Suíça Bélgica Dinamarca Suécia Noruega Irlanda Inglaterra Reino_Unido Estados_Unidos EUA México Brasil Argentina \
         Colômbia Rússia Ucrânia Polônia Grécia Turquia Índia China Japão Síria Iraque Líbano Egito Líbia Marrocos Angola Moçambique Europa Ásia África Londres Paris \
         Nova_York Bahia Salvador Recife Fortaleza Curitiba",
    ),
    (
        "ru",
        "Россия России Германия Германии Франция Франции Испания Италия Италии Польша Польше Украина Украине Украины США Китай Китае Китая Япония Японии Индия Индии \
         Турция Турции Сирия Сирии Иран Иране Ирана Израиль Израиле Израиля Москва Москве Москвы Петербург Петербурге Лондон Лондоне Париж Париже Берлин Берлине Киев Киеве \
         Минск Минске Белоруссия Беларусь Беларуси Казахстан Казахстане Грузия Грузии Армения Армении Азербайджан Великобритания Великобритании Европа Европе Европы Крым Крыму Крыма",
    ),
];

/// Whether a name, words joined by single spaces, is a place of the lists.
pub(crate) fn is_place(name: &str, lang: &str) -> bool {
    let joined = name.replace(' ', "_");
    let joined = joined.trim_end_matches("'s").trim_end_matches("’s");
    let own = BY_LANGUAGE.iter().find(|(code, _)| *code == lang).map_or("", |(_, list)| *list);
    let listed = |list: &str| list.split_ascii_whitespace().any(|p| p == joined);
    listed(own) || (lang != "ru" && listed(EVERYWHERE))
}

#[cfg(test)]
mod tests {
    use super::is_place;

    #[test]
    fn places_are_known_by_name() {
        assert!(is_place("New York", "en") && is_place("Frankreich", "de") && is_place("Syria's", "en"));
        assert!(!is_place("Paris Hilton", "en") && !is_place("Frankreich", "en"));
    }
}
