//! Small word lists for names, speakers and facts, a set a language. They are short on purpose: a
//! name they miss is left out, a wrong entry makes a wrong fact.

use crate::text::Lang;

/// What the rules need to know of a language.
pub(crate) struct Lexicon {
    pub lang: &'static str,
    /// Titles and roles that stand before a name, lower-cased, by first letter; a word that ends in one counts too where words are compounded.
    pub roles: &'static str,
    /// Words of which a compound ends like a role ("Bundesaußenministerin").
    pub role_endings: &'static str,
    /// Heads of nameless speakers ("officials", "ministry"), lower-cased.
    pub speakers: &'static str,
    pub determiners: &'static str,
    /// Words after which a name is not the subject ("of", "by", "with").
    pub prepositions: &'static str,
    /// Adverbs and auxiliaries between subject and verb.
    pub fillers: &'static str,
    /// Auxiliaries of the passive: "was told".
    pub passives: &'static str,
    /// Singular pronouns of a person.
    pub pronouns: &'static str,
    /// Words before the speaker of a reported claim ("according to").
    pub according: &'static str,
    /// Conjunctions that open a reported clause ("that").
    pub that: &'static str,
    /// Capitalised words that are no names: weekdays, months, seasons, "Ende".
    pub times: &'static str,
    /// Words in the names of organisations.
    pub organisations: &'static str,
}

const LEXICONS: &[Lexicon] = &[
    Lexicon {
        lang: "en",
        roles: "attorney admiral activist analyst author ambassador archbishop actor actress adviser advisor aide artist acting \
                assistant associate ayatollah\n\
            bishop\n\
            chancellor congressman congresswoman colonel col captain capt chief chairman chairwoman chair ceo coach commissioner \
                constable cardinal critic correspondent co-founder councillor councilman councilwoman candidate co-author comedian\n\
            dr dame director deputy defender detective duke duchess doctor driver designer drummer\n\
            executive envoy economist editor expert engineer\n\
            foreign forward figure father founder farmer filmmaker former\n\
            governor gov general gen goalkeeper guitarist\n\
            historian host\n\
            inspector interim imam\n\
            judge justice journalist\n\
            king\n\
            lady lawyer lieutenant lt leader\n\
            mr mrs ms miss minister mayor major manager midfielder mother mp mep musician\n\
            neighbor neighbour nurse novelist\n\
            officer owner ombudsman\n\
            prof professor president prime pitcher pope prince princess partner premier principal physician paramedic pilot producer \
                poet presenter pastor prosecutor\n\
            quarterback queen\n\
            rep representative rev reverend researcher reporter resident rapper rabbi\n\
            sir secretary senator sen sergeant sgt spokesman spokeswoman spokesperson striker superintendent sheriff scientist \
                singer student surgeon senior sheikh skipper\n\
            treasurer teacher\n\
            undersecretary\n\
            vice\n\
            writer",
        role_endings: "",
        speakers: "official officials ministry police spokesman spokeswoman spokesperson government department company agency court \
            prosecutors envoys diplomat diplomats source sources witness witnesses statement report council commission committee \
            representative representatives lawyer lawyers analysts researchers experts authorities army military opposition \
            office union association group leader leaders residents family embassy panel team club league company firm bank \
            regulator watchdog charity hospital university authority administration minister mayor president researchers",
        determiners: "the a an another one some its his her their this that several many two three other",
        prepositions: "of by with for to from at in on about against near between after before over under like than as into behind \
            including and or without via per since until during through",
        fillers: "also later then has had have again earlier recently repeatedly once has already simply reportedly \
            previously has publicly has further still never often now even",
        passives: "is was were are been be being gets got",
        pronouns: "he she",
        according: "according+to",
        that: "that",
        times: "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september \
            october november december easter christmas today yesterday tomorrow spring summer autumn winter jan feb mar apr jun jul aug \
            sept sep oct nov dec",
        organisations: "ministry department university college school council committee commission party bank inc corp ltd llc plc group \
            company association federation union institute agency authority court police office church hospital club league \
            foundation trust museum press news times post journal army navy force forces parliament congress senate house \
            organization organisation administration bureau centre center society society airlines airways motors energy \
            holdings partners coalition alliance front movement service services board corps network nations assembly fund reserve",
    },
    Lexicon {
        lang: "de",
        roles: "anwalt anwältin autor autorin abgeordneter abgeordnete abgeordneten arzt\n\
            bürgermeister bürgermeisterin bischof botschafter botschafterin beauftragter beauftragte\n\
            chef chefin ceo\n\
            dr direktor direktorin\n\
            experte expertin\n\
            frau forscher forscherin fraktionschef\n\
            geschäftsführer geschäftsführerin general gründer gründerin\n\
            herr historiker historikerin\n\
            intendant intendantin\n\
            journalist journalistin\n\
            kanzler kanzlerin kapitän könig königin kardinal kommissar kommissarin\n\
            leiter leiterin landrat landrätin lehrer lehrerin\n\
            minister ministerin manager managerin musiker musikerin mittelfeldspieler\n\
            oberst\n\
            prof professor professorin präsident präsidentin prinz prinzessin papst pfarrer pfarrerin politiker politikerin \
                parteichef\n\
            richter richterin regisseur regisseurin rechtsanwalt\n\
            sprecher sprecherin senator senatorin schauspieler schauspielerin sänger sängerin sekretär sekretärin stürmer \
                staatsanwalt staatsanwältin\n\
            trainer trainerin torwart\n\
            vorsitzender vorsitzende vorsitzenden verteidiger\n\
            wissenschaftler wissenschaftlerin\n\
            ärztin\n\
            ökonom ökonomin",
        role_endings: "minister ministerin präsident präsidentin sprecher sprecherin chef chefin kanzler kanzlerin meister meisterin \
            leiter leiterin direktor direktorin trainer trainerin experte expertin anwalt anwältin forscher forscherin führer führerin \
            politiker politikerin sekretär sekretärin vorsitzender vorsitzende richter richterin rätin vorstand beauftragter \
            beauftragte abgeordnete abgeordneter kandidat kandidatin wissenschaftler wissenschaftlerin spieler spielerin rat inspekteur \
            berater beraterin ökonom ökonomin biologe biologin professor professorin",
        speakers: "polizei ministerium sprecher sprecherin staatsanwaltschaft regierung behörde unternehmen gericht feuerwehr verband \
            konzern partei gewerkschaft senat verein bundeswehr opposition botschaft bundesregierung landesregierung",
        determiners: "der die das dem den des ein eine einer einem einen eines welcher welche welches kein keine keinen diese dieser dieses diesem diesen jede \
            jeder jedes mehrere viele alle solche solcher ihre ihr ihrer seine sein seiner unser unsere beide beiden",
        prepositions: "von mit bei für zu nach aus an auf in im am über gegen vor durch ohne um zwischen neben seit und oder zum zur vom \
            beim als wie unter",
        fillers: "auch dann später zudem außerdem weiter nun noch jetzt erneut bereits hat hatte habe",
        passives: "wird wurde wurden werden worden",
        pronouns: "er",
        according: "laut",
        that: "dass",
        times: "montag dienstag mittwoch donnerstag freitag samstag sonntag sonnabend januar februar märz april mai juni juli august \
            september oktober november dezember ende anfang mitte heute gestern morgen abend nacht nachmittag vormittag mittag \
            frühjahr sommer herbst winter ostern weihnachten silvester uhr jahr tag woche monat",
        organisations: "ministerium universität hochschule bank gmbh ag verband partei verein gericht amt behörde institut stiftung \
            gesellschaft bundestag bundesrat landtag polizei feuerwehr kommission rat gewerkschaft union kirche klinik club fc sv \
            zeitung konzern gruppe werke bundesamt landesamt allianz bund agentur zentrale akademie museum theater",
    },
    Lexicon {
        lang: "fr",
        roles: "avocat avocate auteur autrice acteur actrice ambassadeur ambassadrice adjoint adjointe\n\
            chef cheffe colonel capitaine commissaire chercheur chercheuse chanteur chanteuse cardinal chancelier chancelière \
                candidat candidate conseiller conseillère\n\
            dr député députée directeur directrice délégué déléguée docteur\n\
            entraîneur\n\
            fondateur fondatrice\n\
            général gouverneur\n\
            historien historienne\n\
            juge journaliste\n\
            m mme mlle mgr maître ministre maire médecin militant militante\n\
            pr président présidente premier première préfet préfète porte-parole procureur procureure professeur professeure patron \
                patronne pdg prince princesse pape politologue\n\
            réalisateur réalisatrice responsable roi reine rapporteur\n\
            secrétaire sénateur sénatrice sélectionneur sociologue\n\
            vice-président vice-présidente\n\
            économiste écrivain écrivaine évêque",
        role_endings: "",
        speakers: "police ministère gouvernement parquet préfecture porte-parole entreprise syndicat association tribunal mairie commission \
            présidence élysée matignon gendarmerie direction avocat avocats autorités",
        determiners: "le la les l un une des ce cette du",
        prepositions: "de d du des à au aux avec pour par sur dans en chez contre entre sans sous vers et ou selon après avant depuis pendant",
        fillers: "a ont avait avaient également aussi ensuite encore toujours ainsi vient",
        passives: "est été sont était étaient être fut",
        pronouns: "il elle t-il t-elle",
        according: "selon",
        that: "que qu",
        times: "lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet août septembre octobre \
            novembre décembre noël pâques",
        organisations: "ministère université banque parti syndicat association fédération union institut agence cour tribunal police \
            conseil commission comité société groupe assemblée sénat parlement église hôpital club fondation musée école",
    },
    Lexicon {
        lang: "es",
        roles: "alcalde alcaldesa abogado abogada autor autora actor actriz analista\n\
            coronel capitán comisario cantante cardenal canciller candidato candidata consejero consejera concejal\n\
            don doña dr dra diputado diputada director directora dirigente doctor doctora delegado delegada\n\
            economista escritor escritora entrenador entrenadora embajador embajadora exministro expresidente experto experta\n\
            fiscal fundador fundadora\n\
            gobernador gobernadora general\n\
            historiador historiadora\n\
            investigador investigadora\n\
            jefe jefa juez jueza\n\
            líder\n\
            ministro ministra médico\n\
            obispo\n\
            presidente presidenta primer primera portavoz profesor profesora periodista príncipe princesa papa\n\
            rey reina\n\
            sr sra secretario secretaria senador senadora\n\
            técnico\n\
            vocero vocera vicepresidente vicepresidenta",
        role_endings: "",
        speakers: "policía ministerio gobierno fiscalía portavoz empresa sindicato asociación tribunal ayuntamiento comisión presidencia \
            guardia oficina autoridades juzgado",
        determiners: "el la los las un una unos unas lo",
        prepositions: "de del a al con por para en sobre contra entre sin desde hasta según tras ante bajo y o e",
        fillers: "también ha han había luego además ya nuevamente después",
        passives: "es fue ser sido son está",
        pronouns: "él ella",
        according: "según",
        that: "que",
        times: "lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre \
            noviembre diciembre navidad",
        organisations: "ministerio universidad banco partido sindicato asociación federación unión instituto agencia corte tribunal policía \
            consejo comisión comité sociedad grupo asamblea senado congreso parlamento iglesia hospital club fundación museo escuela \
            ayuntamiento gobierno fiscalía cámara guardia",
    },
    Lexicon {
        lang: "ru",
        roles: "адвокат автор актёр актер актриса аналитик\n\
            врач вице-премьер вице-президент вратарь\n\
            глава губернатор генерал гендиректор\n\
            депутат директор доктор\n\
            журналист\n\
            замминистра заместитель зампред защитник\n\
            историк\n\
            капитан король королева кардинал канцлер кандидат\n\
            лидер\n\
            министр мэр\n\
            начальник нападающий\n\
            основатель омбудсмен\n\
            президент премьер премьер-министр представитель представительница пресс-секретарь председатель полковник прокурор \
                профессор писатель певец певица принц принцесса папа посол политолог\n\
            руководитель режиссёр режиссер\n\
            сенатор спикер секретарь судья советник\n\
            тренер\n\
            учёный ученый уполномоченный\n\
            экономист эксперт",
        role_endings: "министр секретарь директор президент премьер спикер",
        speakers: "полиция министерство правительство прокуратура ведомство компания суд администрация пресс-служба минобороны мид кремль \
            посольство следствие мвд фсб мчс генпрокуратура госдума минздрав",
        determiners: "",
        prepositions: "в во на с со из от до для по при о об к у за под над между без через после и или перед",
        fillers: "также ранее позже затем уже ещё еще снова",
        passives: "был была были быть",
        pronouns: "он она",
        according: "",
        that: "что",
        times: "понедельник вторник среда четверг пятница суббота воскресенье",
        organisations: "министерство университет банк партия союз суд комитет совет комиссия агентство институт академия дума",
    },
    Lexicon {
        lang: "it",
        roles: "avvocato avvocata autore autrice attore attrice allenatore ambasciatore assessore\n\
            capo colonnello cantante cardinale cancelliere candidato consigliere\n\
            deputato direttore direttrice dottor dottoressa\n\
            economista\n\
            fondatore\n\
            governatore generale giudice giornalista\n\
            leader\n\
            ministro ministra medico\n\
            presidente premier portavoce procuratore professore professoressa papa\n\
            ricercatore regista re regina\n\
            sindaco sindaca segretario segretaria senatore senatrice storico scrittore\n\
            tecnico\n\
            vescovo vicepremier",
        role_endings: "",
        speakers: "polizia ministero governo procura carabinieri azienda sindacato associazione tribunale comune commissione",
        determiners: "il lo la i gli le l un uno una",
        prepositions: "di del della dei degli a al alla con per da dal in nel su sul contro tra fra e o secondo dopo",
        fillers: "ha hanno aveva anche poi ancora già",
        passives: "è stato stata sono viene",
        pronouns: "lui lei",
        according: "secondo",
        that: "che",
        times: "lunedì martedì mercoledì giovedì venerdì sabato domenica gennaio febbraio marzo aprile maggio giugno luglio agosto settembre \
            ottobre novembre dicembre natale pasqua",
        organisations: "ministero università banca partito sindacato associazione federazione unione istituto agenzia corte tribunale polizia \
            consiglio commissione comitato società gruppo assemblea senato parlamento chiesa ospedale fondazione museo",
    },
    Lexicon {
        lang: "pt",
        roles: "advogado advogada autor autora ator atriz\n\
            bispo\n\
            chefe coronel capitão cantor cantora cardeal chanceler candidato candidata\n\
            dr dra deputado deputada diretor diretora delegado delegada\n\
            economista escritor embaixador\n\
            fundador\n\
            governador governadora general\n\
            historiador\n\
            juiz juíza jornalista\n\
            líder\n\
            ministro ministra médico médica\n\
            presidente presidenta primeiro primeira prefeito prefeita porta-voz procurador procuradora professor professora \
                pesquisador pesquisadora papa\n\
            rei rainha\n\
            sr sra secretário secretária senador senadora\n\
            treinador técnico\n\
            vereador vereadora vice-presidente",
        role_endings: "",
        speakers: "polícia ministério governo procuradoria empresa sindicato associação tribunal prefeitura comissão",
        determiners: "o a os as um uma",
        prepositions: "de do da dos das a ao à com por para em no na nos nas sobre contra entre sem desde até segundo após e ou",
        fillers: "também já ainda depois ha tem",
        passives: "é foi ser sido são está",
        pronouns: "ele ela",
        according: "segundo",
        that: "que",
        times: "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo janeiro fevereiro março abril maio junho \
            julho agosto setembro outubro novembro dezembro natal",
        organisations: "ministério universidade banco partido sindicato associação federação união instituto agência corte tribunal polícia \
            conselho comissão comitê sociedade grupo assembleia senado congresso câmara igreja hospital clube fundação museu prefeitura",
    },
];

/// The lexicon of a language, if it has one.
pub(crate) fn lexicon(lang: Lang) -> Option<&'static Lexicon> {
    LEXICONS.iter().find(|l| l.lang == lang.as_str())
}

/// Whether a word stands in a list.
pub(crate) fn listed(list: &str, word: &str) -> bool {
    list.split_ascii_whitespace().any(|w| w == word)
}

/// Whether a word stands in a list that has a line for each first letter: the long lists are asked for every capital of an article.
pub(crate) fn listed_by_letter(list: &str, word: &str) -> bool {
    let Some(first) = word.chars().next() else { return false };
    list.split('\n').find(|line| line.starts_with(first)).is_some_and(|line| listed(line, word))
}

impl Lexicon {
    /// Whether a lower-cased word is a role or title, alone or as the end of a compound.
    pub fn is_role(&self, lower: &str) -> bool {
        let last = lower.rsplit('-').next().unwrap_or(lower);
        listed_by_letter(self.roles, lower)
            || (last != lower && listed_by_letter(self.roles, last))
            || (!self.role_endings.is_empty()
                && self.role_endings.split_ascii_whitespace().any(|e| lower.len() > e.len() && lower.ends_with(e)))
    }

    /// Whether a lower-cased word is a time, never a name.
    pub fn is_time(&self, lower: &str) -> bool {
        listed(self.times, lower)
    }
}

/// Given names by their first letter, common in the news of many countries: they tell a person from a company or a street.
const GIVEN_NAMES: &str = "Adam Ahmed Alan Albert Alberto Alejandro Alessandro Alex Alexander Alexandra Alexandre Alexei Ali Alice Alison Amanda \
        Amy Ana Anders Andrea Andreas Andrei Andrew Andrey Andrzej Andy Angela Anita Ann Anna Anne Annette Anthony Antoine Anton \
        Antonio António Arnaud Arthur Astrid\n\
    Barack Barbara Ben Benjamin Bernard Bernd Bernie Bill Björn Bob Boris Brian Bruce Bruno\n\
    Carl Carla Carlos Carmen Carol Caroline Catherine Charles Charlie Charlotte Chris Christian Christina Christine \
        Christoph Christophe Christopher Claire Clara Claudia Claus Colin Craig Cristina\n\
    Dan Daniel Daniela Darren David Dave Dennis Denis Diana Diane Diego Dieter Dirk Dmitry Dominic Dominique Don Donald \
        Dorothea Doug Douglas\n\
    Ed Edward Eduardo Elena Elisabeth Elizabeth Ellen Emily Emma Emmanuel Eric Erik Erika Ernst Eva\n\
    Fabian Felix Fernando Florian Francesco Francis Francisco François Françoise Frank Franz Fred Frederik Friedrich Fritz\n\
    Gabriel Gary Gavin Gennady Geoff Georg George Gerhard Giorgia Giovanni Giuseppe Gordon Graham Greg Guillaume Gustav\n\
    Hannah Hans Harald Harry Hassan Heidi Heinz Helen Helena Helmut Henri Henry Herbert Hillary Holger Howard Hugo\n\
    Ian Ibrahim Igor Ingrid Ines Irene Irina Isabel Isabelle Ivan\n\
    Jack Jacob Jacques James Jamie Jan Jane Janet Jason Javier Jean Jeff Jeffrey Jennifer Jens Jérôme Jerry Jesse Jessica \
        Jesús Jill Jim Jimmy Joachim Joan João Jochen Joe Joel Johan Johann Johannes John Johnny Jon Jonas Jonathan Jordan Jörg \
        Jorge José Josef Joseph Josh Joshua Juan Judith Julia Julian Julie Julien Jürgen Justin\n\
    Kamal Kamala Karen Karin Karl Karsten Kate Katharina Katherine Kathleen Kathrin Keith Kelly Ken Kenneth Kevin Kim Klaus \
        Knut Kurt Kyle\n\
    Lars Laura Laurent Leo Leon Leonardo Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Lucy Ludwig Luis Luiz Luís Lukas \
        Lynn\n\
    Manfred Manuel Marc Marcel Marco Marcus Margaret Maria María Marie Marina Mario Marion Mark Markus Martha Martin Martina \
        Mary Mathias Matt Matteo Matthew Matthias Max Maxim Megan Melanie Melissa Michael Michel Michelle Miguel Mike Mikhail \
        Mitch Mohamed Mohammed Monica Monika Muhammad\n\
    Nadine Nancy Natalia Natalie Nathan Neil Nicholas Nick Nicola Nicolas Nicole Nigel Nikita Nikolai Nina Norbert\n\
    Olaf Oleg Olga Oliver Olivia Olivier Oscar Otto\n\
    Pablo Paola Pascal Patricia Patrick Paul Paula Paulo Pavel Pedro Peter Petra Phil Philip Philipp Philippe Pierre Pietro\n\
    Rachel Rafael Rainer Ralf Ralph Ramón Raúl Rebecca Regina Renate Richard Rick Rob Robert Roberto Robin Rodrigo Roger \
        Roland Rolf Roman Ron Ronald Rudolf Russell Ruth Ryan\n\
    Sabine Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean Sébastien Sebastian Serge Sergei Sergey Sergio Simon \
        Simone Sofia Sophia Sophie Stefan Stefanie Stéphane Stephanie Stephen Steve Steven Stuart Susan Susanne Sven Svetlana \
        Sylvia\n\
    Tatiana Ted Teresa Theresa Thierry Thomas Thorsten Tim Timothy Tina Tobias Todd Tom Tommy Tony Torsten Travis\n\
    Uwe\n\
    Valentina Valérie Vanessa Vera Veronica Victor Victoria Viktor Vincent Vladimir Volker Volodymyr\n\
    Walter Wayne Wendy Werner Wilhelm William Wolfgang\n\
    Xavier\n\
    Yann Yvonne\n\
    Zoe\n\
    Александр Алексей Анатолий Андрей Анна Антон\n\
    Борис\n\
    Вадим Валентина Василий Вера Виктор Виталий Владимир Вячеслав\n\
    Галина Геннадий Георгий Григорий\n\
    Дмитрий\n\
    Евгений Екатерина Елена\n\
    Иван Игорь Илья Ирина\n\
    Кирилл Константин Ксения\n\
    Леонид Людмила\n\
    Максим Мария Марина Михаил\n\
    Наталья Никита Николай\n\
    Олег Ольга\n\
    Павел Пётр\n\
    Роман\n\
    Светлана Сергей Станислав\n\
    Татьяна\n\
    Фёдор\n\
    Юлия Юрий\n\
    Яна";

/// Whether a word is a common given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    listed_by_letter(GIVEN_NAMES, first)
}

#[cfg(test)]
mod tests {
    use super::{GIVEN_NAMES, LEXICONS, is_given_name};

    #[test]
    fn every_listed_word_is_found_by_its_first_letter() {
        assert!(GIVEN_NAMES.split_ascii_whitespace().all(is_given_name));
        for lexicon in LEXICONS {
            for role in lexicon.roles.split_ascii_whitespace() {
                assert!(lexicon.is_role(role), "{} {role}", lexicon.lang);
            }
        }
    }
}
