//! Dates as people write them.

use factcheck::import::{DateOrder, DraftDate, guess_order, read_date};

fn read(written: &str, order: DateOrder) -> String {
    match read_date(&DraftDate { written: written.into(), order }) {
        Ok(read) => read.date.to_iso() + &read.note.map_or(String::new(), |it| format!(" ({it})")),
        Err(reason) => reason,
    }
}

#[test]
fn every_way_to_write_a_date() {
    for (written, expected) in [
        ("2018", "2018"),
        ("2018-11", "2018-11"),
        ("2018-11-06", "2018-11-06"),
        ("2018-1-6", "2018-01-06"),
        ("2018/11/06", "2018-11-06"),
        ("20181106", "2018-11-06"),
        ("2018-11-06T23:30:00-08:00", "2018-11-06"),
        ("2018-11-06 20:05", "2018-11-06"),
        ("Tue, 06 Nov 2018 01:05:52 GMT", "2018-11-06"),
        ("Tue Nov 06 2018", "2018-11-06"),
        ("November 6, 2018", "2018-11-06"),
        ("6 November 2018", "2018-11-06"),
        ("6th of November, 2018", "2018-11-06"),
        ("Nov. 2018", "2018-11"),
        ("6. November 2018", "2018-11-06"),
        ("1er août 2018", "2018-08-01"),
        ("6 de noviembre de 2018", "2018-11-06"),
        ("6 novembre 2018", "2018-11-06"),
        ("6 ноября 2018 г.", "2018-11-06"),
        ("6 листопада 2018", "2018-11-06"),
        ("6 listopada 2018 r.", "2018-11-06"),
        ("06.11.2018", "2018-11-06"),
        ("25/12/2018", "2018-12-25"),
        ("12/25/2018", "2018-12-25"),
        ("11/11/2018", "2018-11-11"),
    ] {
        assert_eq!(read(written, DateOrder::Unknown), expected, "{written}");
    }
}

#[test]
fn every_month_has_its_name() {
    let languages = [
        "January February March April May June July August September October November December",
        "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    ];
    for names in languages {
        for (i, name) in names.split(' ').enumerate() {
            assert_eq!(
                read(&format!("3 {name} 2019"), DateOrder::Unknown),
                format!("2019-{:02}-03", i + 1),
                "{name}"
            );
        }
    }
}

#[test]
fn what_can_be_read_in_two_ways_is_asked_for() {
    assert_eq!(
        read("03/04/2021", DateOrder::Unknown),
        "`03/04/2021` is 2021-04-03 or 2021-03-04; say the order"
    );
    assert_eq!(read("03/04/2021", DateOrder::DayFirst), "2021-04-03");
    assert_eq!(read("03/04/2021", DateOrder::MonthFirst), "2021-03-04");
    let guess = |samples: &[&str]| guess_order(samples.iter().copied());
    assert_eq!(guess(&["03/04/2021", "25/04/2021"]), (DateOrder::DayFirst, 1));
    assert_eq!(guess(&["03/04/2021", "04/25/2021", "05/30/2021"]), (DateOrder::MonthFirst, 2));
    assert_eq!(guess(&["25/04/2021", "04/25/2021"]), (DateOrder::Unknown, 0));
    assert_eq!(guess(&["03/04/2021"]), (DateOrder::Unknown, 0));
}

#[test]
fn what_is_no_date() {
    for written in [
        "yesterday",
        "2018-02-30",
        "2018-13-01",
        "32.01.2018",
        "0000",
        "99999",
        "Decision 12 of 2015",
        "Marketing 2015",
        "Junior 5, 2015",
        "12",
        "5 Nov",
        "Nov",
        "second half of 2019",
        "-",
        "2018-11-06-05 x 99999999999999999999",
    ] {
        let told = read(written, DateOrder::Unknown);
        assert!(told.ends_with("is not a date") || told.starts_with("2018-11-06"), "{written}: {told}");
    }
    assert_eq!(
        read("0215-05-01", DateOrder::Unknown),
        "0215-05-01 (`0215-05-01` is a doubtful date: the year 215)"
    );
    let long = "2015 ".repeat(1000);
    assert!(read(&long, DateOrder::Unknown).ends_with("is not a date"));
}
