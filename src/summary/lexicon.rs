//! Small word lists for names, speakers and facts, a set a language. They are short on purpose: a
//! name they miss is left out, a wrong entry makes a wrong fact.

use crate::text::Lang;

/// What the rules need to know of a language.
pub(crate) struct Lexicon {
    pub lang: &'static str,
    /// Titles and roles that stand before a name, lower-cased; a word that ends in one counts too where words are compounded.
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
        roles: "mr mrs ms miss dr sir dame lady prof professor president vice minister prime secretary chancellor senator sen rep \
            representative congressman congresswoman governor gov mayor judge justice attorney lawyer general gen colonel col captain \
            capt lieutenant lt sergeant sgt major admiral officer chief chairman chairwoman chair ceo director executive manager \
            spokesman spokeswoman spokesperson deputy foreign leader activist analyst author coach striker midfielder defender \
            goalkeeper forward quarterback pitcher figure envoy ambassador commissioner superintendent inspector detective constable \
            sheriff pope bishop archbishop cardinal father rev reverend king queen prince princess duke duchess economist researcher \
            scientist historian critic editor journalist reporter correspondent host actor actress singer founder co-founder owner \
            partner resident neighbor neighbour mother councillor councilman councilwoman mp mep premier treasurer undersecretary \
            expert adviser advisor aide candidate student teacher principal doctor physician nurse surgeon paramedic \
            engineer pilot driver farmer artist designer producer filmmaker writer poet novelist senior former acting interim \
            assistant associate co-author presenter comedian rapper guitarist drummer musician pastor rabbi imam sheikh ayatollah \
            prosecutor undersecretary ombudsman lieutenant skipper",
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
        roles: "herr frau dr prof professor professorin präsident präsidentin minister ministerin kanzler kanzlerin bürgermeister \
            bürgermeisterin sprecher sprecherin chef chefin vorsitzender vorsitzende vorsitzenden leiter leiterin direktor direktorin \
            geschäftsführer geschäftsführerin trainer trainerin kapitän experte expertin richter richterin anwalt anwältin autor \
            autorin forscher forscherin abgeordneter abgeordnete abgeordneten senator senatorin landrat landrätin könig königin prinz \
            prinzessin papst bischof kardinal pfarrer pfarrerin general oberst kommissar kommissarin botschafter botschafterin \
            gründer gründerin manager managerin politiker politikerin ökonom ökonomin historiker historikerin journalist journalistin \
            regisseur regisseurin schauspieler schauspielerin sänger sängerin musiker musikerin lehrer lehrerin arzt ärztin \
            professorin wissenschaftler wissenschaftlerin sekretär sekretärin intendant intendantin stürmer torwart verteidiger \
            mittelfeldspieler beauftragter beauftragte rechtsanwalt staatsanwalt staatsanwältin fraktionschef parteichef ceo",
        role_endings: "minister ministerin präsident präsidentin sprecher sprecherin chef chefin kanzler kanzlerin meister meisterin \
            leiter leiterin direktor direktorin trainer trainerin experte expertin anwalt anwältin forscher forscherin führer führerin \
            politiker politikerin sekretär sekretärin vorsitzender vorsitzende richter richterin rätin vorstand beauftragter \
            beauftragte abgeordnete abgeordneter kandidat kandidatin wissenschaftler wissenschaftlerin spieler spielerin inspekteur \
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
        roles: "m mme mlle mgr dr pr maître président présidente ministre premier première maire secrétaire député députée sénateur \
            sénatrice préfet préfète directeur directrice porte-parole chef cheffe général colonel capitaine commissaire juge procureur \
            procureure avocat avocate professeur professeure chercheur chercheuse économiste historien historienne auteur autrice \
            journaliste écrivain écrivaine réalisateur réalisatrice acteur actrice chanteur chanteuse entraîneur sélectionneur patron \
            patronne pdg fondateur fondatrice responsable délégué déléguée roi reine prince princesse pape cardinal évêque ambassadeur \
            ambassadrice chancelier chancelière candidat candidate conseiller conseillère sociologue politologue médecin docteur \
            gouverneur rapporteur militant militante adjoint adjointe vice-président vice-présidente",
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
        roles: "sr sra don doña dr dra presidente presidenta ministro ministra primer primera alcalde alcaldesa secretario secretaria \
            diputado diputada senador senadora gobernador gobernadora director directora portavoz vocero vocera jefe jefa general coronel \
            capitán comisario juez jueza fiscal abogado abogada profesor profesora investigador investigadora economista historiador \
            historiadora autor autora periodista escritor escritora actor actriz cantante entrenador entrenadora técnico fundador \
            fundadora rey reina príncipe princesa papa cardenal obispo embajador embajadora canciller candidato candidata consejero \
            consejera concejal líder dirigente exministro expresidente vicepresidente vicepresidenta médico doctor doctora analista \
            experto experta delegado delegada",
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
        roles: "президент министр премьер премьер-министр глава мэр губернатор депутат сенатор директор спикер представитель представительница \
            пресс-секретарь секретарь председатель руководитель начальник генерал полковник капитан судья адвокат прокурор профессор \
            учёный ученый экономист историк автор журналист писатель режиссёр режиссер актёр актер актриса певец певица тренер \
            основатель король королева принц принцесса папа кардинал посол канцлер кандидат советник врач доктор эксперт аналитик \
            политолог лидер замминистра заместитель вице-премьер вице-президент зампред уполномоченный омбудсмен защитник нападающий \
            вратарь гендиректор",
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
        roles: "presidente ministro ministra premier sindaco sindaca segretario segretaria deputato senatore senatrice governatore direttore \
            direttrice portavoce capo generale colonnello giudice procuratore avvocato avvocata professore professoressa ricercatore \
            economista storico autore autrice giornalista scrittore regista attore attrice cantante allenatore tecnico fondatore re \
            regina papa cardinale vescovo ambasciatore cancelliere candidato consigliere assessore leader medico dottor dottoressa vicepremier",
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
        roles: "sr sra dr dra presidente presidenta ministro ministra primeiro primeira prefeito prefeita secretário secretária deputado \
            deputada senador senadora governador governadora diretor diretora porta-voz chefe general coronel capitão delegado delegada \
            juiz juíza procurador procuradora advogado advogada professor professora pesquisador pesquisadora economista historiador \
            autor autora jornalista escritor ator atriz cantor cantora treinador técnico fundador rei rainha papa cardeal bispo \
            embaixador chanceler candidato candidata vereador vereadora líder médico médica vice-presidente",
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

impl Lexicon {
    /// Whether a lower-cased word is a role or title, alone or as the end of a compound.
    pub fn is_role(&self, lower: &str) -> bool {
        let last = lower.rsplit('-').next().unwrap_or(lower);
        listed(self.roles, lower)
            || listed(self.roles, last)
            || (!self.role_endings.is_empty()
                && self.role_endings.split_ascii_whitespace().any(|e| lower.len() > e.len() && lower.ends_with(e)))
    }

    /// Whether a lower-cased word is a time, never a name.
    pub fn is_time(&self, lower: &str) -> bool {
        listed(self.times, lower)
    }
}

/// Given names common in the news of many countries: they tell a person from a company or a street.
const GIVEN_NAMES: &str = "Adam Ahmed Alan Albert Alberto Alejandro Alessandro Alex Alexander Alexandra Alexandre Alexei Ali Alice Alison \
    Amanda Amy Ana Anders Andrea Andreas Andrei Andrew Andrey Andrzej Andy Angela Anita Ann Anna Anne Annette Anthony Antoine Anton \
    Antonio António Arnaud Arthur Astrid Barack Barbara Ben Benjamin Bernard Bernd Bernie Bill Björn Bob Boris Brian Bruce Bruno Carl \
    Carla Carlos Carmen Carol Caroline Catherine Charles Charlie Charlotte Chris Christian Christina Christine Christoph Christophe \
    Christopher Claire Clara Claudia Claus Colin Craig Cristina Dan Daniel Daniela Darren David Dave Dennis Denis Diana Diane Diego \
    Dieter Dirk Dmitry Dominic Dominique Don Donald Dorothea Doug Douglas Ed Edward Eduardo Elena Elisabeth Elizabeth Ellen Emily Emma \
    Emmanuel Eric Erik Erika Ernst Eva Fabian Felix Fernando Florian Francesco Francis Francisco François Françoise Frank Franz Fred \
    Frederik Friedrich Fritz Gabriel Gary Gavin Gennady Geoff Georg George Gerhard Giorgia Giovanni Giuseppe Gordon Graham Greg \
    Guillaume Gustav Hannah Hans Harald Harry Hassan Heidi Heinz Helen Helena Helmut Henri Henry Herbert Hillary Holger Howard Hugo Ian \
    Ibrahim Igor Ingrid Ines Irene Irina Isabel Isabelle Ivan Jack Jacob Jacques James Jamie Jan Jane Janet Jason Javier Jean Jeff \
    Jeffrey Jennifer Jens Jérôme Jerry Jesse Jessica Jesús Jill Jim Jimmy Joachim Joan João Jochen Joe Joel Johan Johann Johannes John \
    Johnny Jon Jonas Jonathan Jordan Jörg Jorge José Josef Joseph Josh Joshua Juan Judith Julia Julian Julie Julien Jürgen Justin Kamal \
    Kamala Karen Karin Karl Karsten Kate Katharina Katherine Kathleen Kathrin Keith Kelly Ken Kenneth Kevin Kim Klaus Knut Kurt Kyle \
    Lars Laura Laurent Leo Leon Leonardo Linda Lisa Lorenzo Louis Louise Luca Lucas Lucia Lucy Ludwig Luis Luiz Luís Lukas Lynn Manfred Manuel \
    Marc Marcel Marco Marcus Margaret Maria María Marie Marina Mario Marion Mark Markus Martha Martin Martina Mary Mathias Matt Matteo \
    Matthew Matthias Max Maxim Megan Melanie Melissa Michael Michel Michelle Miguel Mike Mikhail Mitch Mohamed Mohammed Monica Monika \
    Muhammad Nadine Nancy Natalia Natalie Nathan Neil Nicholas Nick Nicola Nicolas Nicole Nigel Nikita Nikolai Nina Norbert Olaf Oleg Olga \
    Oliver Olivia Olivier Oscar Otto Pablo Paola Pascal Patricia Patrick Paul Paula Paulo Pavel Pedro Peter Petra Phil Philip Philipp \
    Philippe Pierre Pietro Rachel Rafael Rainer Ralf Ralph Ramón Raúl Rebecca Regina Renate Richard Rick Rob Robert Roberto Robin Rodrigo \
    Roger Roland Rolf Roman Ron Ronald Rudolf Russell Ruth Ryan Sabine Sally Sam Samantha Samuel Sandra Sara Sarah Scott Sean \
    Sébastien Sebastian Serge Sergei Sergey Sergio Simon Simone Sofia Sophia Sophie Stefan Stefanie Stéphane Stephanie Stephen Steve Steven Stuart \
    Susan Susanne Sven Svetlana Sylvia Tatiana Ted Teresa Theresa Thierry Thomas Thorsten Tim Timothy Tina Tobias Todd Tom Tommy Tony Torsten Travis \
    Uwe Valentina Valérie Vanessa Vera Veronica Victor Victoria Viktor Vincent Vladimir Volker Volodymyr Walter Wayne Wendy Werner Wilhelm \
    William Wolfgang Xavier Yann Yvonne Zoe \
    Александр Алексей Анатолий Андрей Анна Антон Борис Вадим Валентина Василий Вера Виктор Виталий Владимир Вячеслав Галина Геннадий Георгий \
    Григорий Дмитрий Евгений Екатерина Елена Иван Игорь Илья Ирина Кирилл Константин Ксения Леонид Людмила Максим Мария Марина Михаил Наталья \
    Никита Николай Олег Ольга Павел Пётр Роман Светлана Сергей Станислав Татьяна Фёдор Юлия Юрий Яна";

/// Whether a word is a common given name.
pub(crate) fn is_given_name(word: &str) -> bool {
    let first = word.split('-').next().unwrap_or(word);
    listed(GIVEN_NAMES, first)
}
