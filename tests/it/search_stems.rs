//! Stems, by the vocabularies of the Snowball project.

use factcheck::search::stem::Stemmer;

use crate::support::shared;

fn stem(stemmer: Stemmer, word: &str) -> String {
    let mut bytes = word.as_bytes().to_vec();
    stemmer.stem(&mut bytes);
    String::from_utf8(bytes).unwrap()
}

#[test]
fn stems_are_those_of_snowball() {
    for (name, language, least) in
        [("english", "en", 42_000), ("russian", "ru", 49_000), ("german", "de", 35_000)]
    {
        let test = "stems_are_those_of_snowball";
        let file = |it: &str| shared(test, &format!("data/stemming-snowball/{name}/{it}.txt"));
        let (Some(words), Some(stems)) = (file("voc"), file("output")) else { continue };
        let stemmer = Stemmer::of(language);
        let pairs: Vec<(&str, &str)> = words.lines().zip(stems.lines()).collect();
        assert!(pairs.len() > least, "{name}: {}", pairs.len());
        let wrong: Vec<String> = pairs
            .iter()
            .filter(|(word, expected)| stem(stemmer, word) != *expected)
            .map(|(word, expected)| format!("{word}: {} for {expected}", stem(stemmer, word)))
            .collect();
        assert!(wrong.is_empty(), "{name}: {} wrong: {:?}", wrong.len(), &wrong[..wrong.len().min(20)]);
    }
}

#[test]
fn languages_without_a_stemmer_keep_their_words() {
    for language in ["zh", "ar", "x-moon"] {
        assert_eq!(stem(Stemmer::of(language), "bridges"), "bridges", "{language}");
    }
}

/// Forms of words, a word a line, written by hand: how many of them share the stem of their word's first form.
const UKRAINIAN: &str = "міст мосту мостом мости мостів мостам мостами мостах
закон закону законом закони законів законам законами законах
вода води воду водою вод водам водами водах
країна країни країну країною країн країнам країнами країнах
війна війни війну війною війнам війнами війнах
рік року роком роки років рокам роками роках
місто міста місту містом міст містам містами містах
вибори виборів виборам виборами виборах
новий нового новому новим нова нової нову новою нове нові нових новими
державний державного державному державна державної державну державною державні державних державними
читати читаю читаєш читає читаємо читаєте читають читав читала читали
говорити говориш говорить говоримо говорите говорив говорила говорили
незалежність незалежності незалежністю
президент президента президенту президентом президенти президентів";

const BELARUSIAN: &str = "мост моста мосту мостам масты мастоў мастам мастамі мастах
закон закона закону законам законы законаў законамі законах
вада вады ваду вадой вадою
краіна краіны краіну краінай краін краінам краінамі краінах
вайна вайны вайну вайной войны войнам войнамі войнах
горад горада гораду горадам гарады гарадоў гарадамі гарадах
новы новага новаму новым новая новай новую новае новыя новых новымі
дзяржаўны дзяржаўнага дзяржаўнаму дзяржаўная дзяржаўнай дзяржаўную дзяржаўныя дзяржаўных
чытаць чытаю чытаеш чытае чытаем чытаюць чытаў чытала чыталі
гаварыць гаварыў гаварыла гаварылі
незалежнасць незалежнасці незалежнасцю
прэзідэнт прэзідэнта прэзідэнту прэзідэнтам прэзідэнты прэзідэнтаў";

const POLISH: &str = "most mostu mostowi mostem mosty mostów mostom mostami mostach
ustawa ustawy ustawę ustawą ustaw ustawom ustawami ustawach
woda wody wodę wodą wód wodom wodami wodach
wojna wojny wojnę wojną wojen wojnom wojnami wojnach
rok roku rokiem
wybory wyborów wyborom wyborami wyborach
nowy nowego nowemu nowym nowa nowej nową nowe nowych nowymi
państwo państwa państwu państwem państw państwom państwami państwach
czytać czytam czytasz czyta czytamy czytacie czytają czytał czytała czytali
mówić mówisz mówi mówimy mówicie mówił mówiła mówili
niepodległość niepodległości niepodległością
prezydent prezydenta prezydentowi prezydentem prezydenci prezydentów";

#[test]
fn light_stemmers_join_most_forms_and_part_most_words() {
    for (language, words, least) in [("uk", UKRAINIAN, 92), ("be", BELARUSIAN, 92), ("pl", POLISH, 90)] {
        let stemmer = Stemmer::of(language);
        let lines: Vec<Vec<String>> = words
            .lines()
            .map(|line| line.split_whitespace().map(|word| stem(stemmer, word)).collect())
            .collect();
        let forms = lines.iter().map(|it| it.len() - 1).sum::<usize>();
        let joined = lines.iter().flat_map(|it| it[1..].iter().filter(|form| **form == it[0])).count();
        let mut parted: Vec<&String> = lines.iter().map(|it| &it[0]).collect();
        parted.sort();
        parted.dedup();
        let told = format!(
            "{language}: {joined} of {forms} forms joined, {} of {} words parted: {lines:?}",
            parted.len(),
            lines.len()
        );
        println!("{}", told.split(':').take(2).collect::<Vec<_>>().join(":"));
        assert!(joined * 100 >= forms * least && parted.len() + 1 >= lines.len(), "{told}");
    }
}
