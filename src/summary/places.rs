//! Countries, regions and large towns: the places that can be told from a person or a company by
//! name alone. Smaller places are left out rather than guessed.

use super::lexicon::listed_by_letter;

/// Names any language of the list writes, a line for each first letter; several words joined by `_`.
const EVERYWHERE: &str = "Amsterdam Antwerpen Athen Athens Athènes Ankara Aleppo Abu_Dhabi Algier Algiers Abuja Accra Auckland Atlanta Austin \
        Alaska Arizona Alabama Arkansas Alberta Andalucía Afghanistan Angola Andorra Australia\n\
    Berlin Bremen Bonn Basel Bern Bordeaux Birmingham Belfast Bristol Barcelona Bilbao Bologna Brüssel Brussels Bruxelles \
        Brno Bratislava Budapest Bukarest Bucharest Belgrad Belgrade Baku Beirut Beyrouth Bagdad Baghdad Bangalore Bangkok \
        Beijing Brisbane Boston Bogotá Buenos_Aires Brasília Bayern Brandenburg Baden-Württemberg Bangladesh Botswana Bolivia \
        Burkina_Faso Burundi\n\
    Cologne Cardiff Copenhagen Charkiw Cairo Casablanca Cape_Town Chennai Colombo Canberra Chicago Caracas California \
        Colorado Connecticut Cataluña Catalunya Crimea Costa_Rica Chile China Canada\n\
    Düsseldorf Dortmund Dresden Dublin Damaskus Damascus Dubai Doha Delhi Dhaka Detroit Dallas Denver Davos Den_Haag \
        Delaware Donbass Donbas\n\
    Edinburgh England Ecuador El_Salvador\n\
    Frankfurt Firenze Florence Florenz Florida\n\
    Graz Genf Geneva Glasgow Göteborg Gaza Guangzhou Guadalajara Galicia Ghana Guatemala\n\
    Hamburg Hannover Helsinki Haifa Hanoi Hongkong Hong_Kong Houston Havana Hawaii Hessen Honduras Haiti\n\
    Innsbruck Istanbul Izmir Islamabad Illinois Iowa Indiana Idaho Iran Israel Indonesia\n\
    Jerewan Jerusalem Johannesburg Jakarta Japan\n\
    Köln Kopenhagen Kraków Kiew Kyiv Kiev Kharkiv Kairo Kampala Kapstadt Kinshasa Khartoum Kabul Karachi Kolkata Kathmandu \
        Kuala_Lumpur Kyoto Kingston Kentucky Kansas Katalonien Krim Kashmir Kuwait Kosovo\n\
    Leipzig Linz Lausanne Lyon Lille London Liverpool Leeds Lisboa Lisbon Lissabon Luxemburg Luxembourg Ljubljana Lwiw Lviv \
        Lagos Lahore Los_Angeles Las_Vegas La_Habana Lima La_Paz Louisiana Liechtenstein\n\
    München Munich Marseille Manchester Madrid Málaga Milano Milan Mailand Malmö Moskau Moscow Moscou Moscú Mosca Minsk \
        Mumbai Manila Melbourne Miami Montreal Montréal Montevideo Mexico_City Monterrey Michigan Minnesota Missouri Mississippi \
        Maryland Massachusetts Montana Maine Manitoba Mecklenburg-Vorpommern Myanmar Mali Malawi Monaco Malta Montenegro \
        Malaysia\n\
    Nürnberg Nantes Napoli Nairobi New_Delhi New_York New_York_City New_Orleans Nevada North_Carolina North_Dakota \
        New_Jersey New_Mexico New_Hampshire Nebraska Niedersachsen Nordrhein-Westfalen Nepal Nigeria Niger Nicaragua\n\
    Oslo Odessa Osaka Ottawa Ohio Oregon Oklahoma Ontario Oman\n\
    Paris Palermo Prag Prague Praha Petersburg Pretoria Phnom_Penh Peking Pjöngjang Pyongyang Perth Philadelphia Phoenix \
        Pennsylvania Puerto_Rico Pakistan Panama Paraguay Peru Portugal\n\
    Quito Quebec Queensland\n\
    Rennes Rom Roma Rome Rotterdam Reykjavik Riga Riad Riyadh Rio_de_Janeiro Rhode_Island Rheinland-Pfalz\n\
    Stuttgart Salzburg Strasbourg Straßburg Sevilla Stockholm Sofia Sarajevo Saigon Singapore Singapur Shanghai Shenzhen \
        Seoul Sydney Seattle San_Francisco San_Diego Santiago São_Paulo San_Juan South_Carolina South_Dakota Saskatchewan \
        Sachsen Saarland Sachsen-Anhalt Schleswig-Holstein Scotland Schottland Senegal Sudan Sri_Lanka Somalia\n\
    Toulouse Turin Torino Tampere Turku Tallinn Tiflis Tbilisi Tel_Aviv Teheran Tehran Tripolis Tripoli Tunis Taipei Tokyo \
        Tokio Toronto The_Hague Texas Tennessee Thüringen Tibet Taiwan\n\
    Utrecht Utah Uganda Uruguay\n\
    Vienna Valencia Venedig Venice Venezia Vilnius Vancouver Virginia Vermont Vietnam Venezuela\n\
    Wien Warschau Warsaw Warszawa Wuhan Wellington Washington Wisconsin West_Virginia Wyoming Wales\n\
    Xinjiang\n\
    Zürich Zurich Zaragoza Zagreb";

/// Names that one language writes so.
const BY_LANGUAGE: &[(&str, &str)] = &[
    (
        "en",
        "Austria America Argentina Albania Armenia Azerbaijan Algeria Asia Africa Antarctica\n\
         Belgium Britain Brazil Belarus Bulgaria Bosnia Bahrain\n\
         Colombia Cuba Croatia Czech_Republic Cambodia Congo Cameroon Cyprus\n\
         Denmark\n\
         Egypt Ethiopia Eritrea Europe Estonia\n\
         France Finland Fiji\n\
         Germany Great_Britain Greece Georgia Gaza_Strip Greenland\n\
         Hungary\n\
         Italy Iceland Ireland India Iraq\n\
         Jamaica Jordan\n\
         Kazakhstan Korea Kenya\n\
         Laos Lebanon Libya Lesotho Latvia Lithuania Latin_America\n\
         Mexico Mongolia Morocco Mauritania Mozambique Madagascar Moldova Middle_East\n\
         Netherlands Norway North_Korea New_Zealand Namibia Northern_Ireland\n\
         Poland Philippines Papua_New_Guinea Palestine\n\
         Qatar\n\
         Russia Romania Rwanda\n\
         Spain Switzerland Sweden Serbia Slovenia Slovakia South_Korea Syria Saudi_Arabia South_Africa South_Sudan\n\
         Turkey Thailand Tunisia Tanzania\n\
         United_Kingdom U.K UK United_States U.S US USA Ukraine Uzbekistan United_Arab_Emirates UAE\n\
         West_Bank\n\
         Yemen\n\
         Zambia Zimbabwe",
    ),
    (
        "de",
        "Amerika Argentinien Albanien Armenien Aserbaidschan Australien Algerien Asien Afrika\n\
         Belgien Brasilien Belarus Bulgarien Bosnien Bahrain\n\
         Deutschland Dänemark\n\
         Europa Estland\n\
         Frankreich Finnland\n\
         Großbritannien Griechenland Georgien Gazastreifen Grönland\n\
         Italien Island Irland Indien Irak Indonesien\n\
         Jordanien Jemen\n\
         Kolumbien Kuba Kanada Kroatien Kasachstan Kambodscha Katar Kenia Kongo\n\
         Libanon Libyen Lettland Litauen Luxemburg\n\
         Mexiko Marokko Moldau Mallorca\n\
         Niederlande Norwegen Nordkorea Neuseeland Namibia Nordirland\n\
         Polen Philippinen Palästina\n\
         Russland Rumänien Ruanda\n\
         Spanien Schweiz Schweden Serbien Slowenien Slowakei Südkorea Syrien Saudi-Arabien Südafrika\n\
         Tschechien Türkei Thailand Tunesien Tansania\n\
         USA Ukraine Ungarn\n\
         Westjordanland\n\
         Zypern\n\
         Ägypten Äthiopien\n\
         Österreich",
    ),
    (
        "fr",
        "Allemagne Autriche Argentine Arménie Azerbaïdjan Australie Algérie Asie Afrique\n\
         Belgique Brésil Biélorussie Bulgarie Bretagne\n\
         Colombie Cuba Canada Croatie Chine Cambodge Congo Cameroun Corse\n\
         Danemark\n\
         Espagne Etats-Unis Europe\n\
         France Finlande\n\
         Grèce Géorgie Gabon Genève Guadeloupe Guyane\n\
         Hongrie\n\
         Italie Islande Irlande Inde Irak\n\
         Japon Jordanie\n\
         Kenya\n\
         Liban Libye Londres\n\
         Mexique Maroc Martinique Mayotte\n\
         Norvège Nouvelle-Zélande Normandie\n\
         Pays-Bas Pologne\n\
         Qatar\n\
         Royaume-Uni Russie Roumanie Rwanda\n\
         Suisse Suède Serbie Slovénie Slovaquie Syrie Sénégal\n\
         Turquie Thaïlande Tunisie\n\
         Ukraine\n\
         Yémen\n\
         États-Unis Égypte Éthiopie",
    ),
    (
        "es",
        "Alemania Austria Argentina Argelia Asia Andalucía\n\
         Bélgica Brasil Bolivia\n\
         Colombia Cuba Canadá\n\
         Dinamarca\n\
         España Estados_Unidos EE.UU Egipto Etiopía Europa\n\
         Francia Finlandia\n\
         Grecia\n\
         Hungría\n\
         Italia Irlanda Inglaterra India Irak\n\
         Japón Jordania\n\
         Kenia\n\
         Líbano Libia Londres\n\
         México Marruecos Madrid\n\
         Noruega\n\
         Polonia París Perú Panamá Puerto_Rico\n\
         Reino_Unido Rusia Rumanía República_Dominicana\n\
         Suiza Suecia Siria Sudáfrica\n\
         Turquía Tailandia Túnez\n\
         Ucrania\n\
         Yemen\n\
         África",
    ),
    (
        "it",
        "Austria Algeria Asia Africa\n\
         Belgio Brasile Berlino\n\
         Cina Calabria\n\
         Danimarca\n\
         Egitto Europa\n\
         Francia Finlandia\n\
         Germania Grecia Giappone\n\
         Italia Irlanda Inghilterra India Iraq\n\
         Libano Libia Londra Lombardia\n\
         Messico Marocco\n\
         Norvegia\n\
         Polonia Parigi Puglia\n\
         Regno_Unito Russia\n\
         Spagna Svizzera Svezia Stati_Uniti Siria Sicilia Sardegna\n\
         Turchia Tunisia Toscana\n\
         Ucraina Ungheria\n\
         Veneto",
    ),
    (
        "pt",
        "Alemanha Argentina Angola\n\
         Bélgica Brasil Bahia\n\
         Colômbia China Curitiba\n\
         Dinamarca\n\
         Espanha Estados_Unidos EUA Egito Europa\n\
         França Fortaleza\n\
         Grécia\n\
         Itália Irlanda Inglaterra Iraque\n\
         Japão\n\
         Líbano Líbia Londres\n\
         México Marrocos Moçambique\n\
         Noruega Nova_York\n\
         Polônia Paris\n\
         Reino_Unido Rússia Recife\n\
         Suíça Suécia Síria Salvador\n\
         Turquia\n\
         Ucrânia\n\
         Áustria Ásia África\n\
         Índia",
    ),
    (
        "ru",
        "Армения Армении Азербайджан\n\
         Берлин Берлине Белоруссия Беларусь Беларуси\n\
         Великобритания Великобритании\n\
         Германия Германии Грузия Грузии\n\
         Европа Европе Европы\n\
         Испания Италия Италии Индия Индии Иран Иране Ирана Израиль Израиле Израиля\n\
         Китай Китае Китая Киев Киеве Казахстан Казахстане Крым Крыму Крыма\n\
         Лондон Лондоне\n\
         Москва Москве Москвы Минск Минске\n\
         Польша Польше Петербург Петербурге Париж Париже\n\
         Россия России\n\
         США Сирия Сирии\n\
         Турция Турции\n\
         Украина Украине Украины\n\
         Франция Франции\n\
         Япония Японии",
    ),
];

/// Whether a name, words joined by single spaces, is a place of the lists.
pub(crate) fn is_place(name: &str, lang: &str) -> bool {
    let joined = name.replace(' ', "_");
    let joined = joined.trim_end_matches("'s").trim_end_matches("’s");
    let own = BY_LANGUAGE.iter().find(|(code, _)| *code == lang).map_or("", |(_, list)| *list);
    listed_by_letter(own, joined) || (lang != "ru" && listed_by_letter(EVERYWHERE, joined))
}

#[cfg(test)]
mod tests {
    use super::{BY_LANGUAGE, EVERYWHERE, is_place};

    #[test]
    fn every_listed_place_is_found_by_its_first_letter() {
        for (code, list) in BY_LANGUAGE {
            assert!(list.split_ascii_whitespace().all(|p| is_place(p, code)), "{code}");
        }
        assert!(EVERYWHERE.split_ascii_whitespace().all(|p| is_place(p, "en")));
    }

    #[test]
    fn places_are_known_by_name() {
        assert!(is_place("New York", "en") && is_place("Frankreich", "de") && is_place("Syria's", "en"));
        assert!(!is_place("Paris Hilton", "en") && !is_place("Frankreich", "en"));
    }
}
