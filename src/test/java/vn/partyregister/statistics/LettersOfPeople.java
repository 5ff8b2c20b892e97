package vn.partyregister.statistics;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;
import vn.partyregister.statistics.HistoryProperties.Event;
import vn.partyregister.statistics.NaiveForm.Entry;
import vn.partyregister.statistics.Person.Letter;
import vn.partyregister.statistics.Person.Way;
import vn.partyregister.transfer.Confirmation;
import vn.partyregister.transfer.Introducing;
import vn.partyregister.transfer.NewArrival;
import vn.partyregister.transfer.NewTransfer;
import vn.partyregister.transfer.Newcomer;
import vn.partyregister.transfer.TransferId;
import vn.partyregister.transfer.TransferKind;
import vn.partyregister.transfer.Transfers;

/** Letters of introduction, kept by the program and by hand: asked for or brought, signed, received, returned, taken back. */
@NullMarked
final class LettersOfPeople {
    private static final Scope ALL = Scope.EVERYTHING;

    private final JdbcClient jdbc;
    private final Introducing introducing;
    private final Transfers transfers;
    private int numbers;

    LettersOfPeople(JdbcClient jdbc, Introducing introducing) {
        this.jdbc = jdbc;
        this.introducing = introducing;
        transfers = introducing.bean(Transfers.class);
    }

    /** A day of somebody's letter: several levels may sign it. */
    void live(Person person, Event event, OrganisationId to, LocalDate today) {
        for (var times = event.other() % 4; times >= 0; times--) {
            goOn(person, event, to, today);
        }
    }

    /** The next thing that happens to it, the first one being that there is one. */
    private void goOn(Person person, Event event, OrganisationId to, LocalDate today) {
        var letter = person.open();
        if (letter == null) {
            if (event.step() % 3 == 0) {
                bring(person, event, to, today);
            } else {
                ask(person, event, to, today);
            }
            return;
        }
        switch (event.step()) {
            case 0 -> end(letter, today, () -> transfers.sendBack(letter.id, today, "x", ALL));
            case 1 -> end(letter, today, () -> transfers.cancel(letter.id, today, "x", ALL));
            case 2 -> introducing.takes(() -> transfers.noteReceived(letter.id, today, ALL));
            default -> confirm(person, letter, event, today);
        }
    }

    private void ask(Person person, Event event, OrganisationId to, LocalDate today) {
        var kinds = TransferKind.values();
        var kind = kinds[event.other() % kinds.length];
        var out = kind == TransferKind.ABROAD || event.step() % 4 == 0;
        var told = new NewTransfer(
                kind,
                out ? null : to,
                out ? "Đảng bộ bạn" : null,
                kind == TransferKind.ABROAD ? "ABROAD" : "WORK",
                today,
                today,
                kind == TransferKind.TEMPORARY ? today.plusMonths(6) : null,
                null);
        var way = kind == TransferKind.TEMPORARY ? Way.FOR_A_TIME : out ? Way.OUT : Way.WITHIN;
        introducing.takes(() -> keep(person, transfers.request(person.id, told, ALL), way, out ? null : to, null));
    }

    private void bring(Person person, Event event, OrganisationId to, LocalDate today) {
        var issued = today.minusDays(event.back());
        var told = new NewArrival(
                TransferKind.OFFICIAL,
                new Newcomer(
                        person.name,
                        LocalDate.of(1970, 1, 1),
                        PartialDate.Precision.YEAR,
                        person.card,
                        issued.minusYears(5),
                        event.official() ? issued.minusYears(4) : null),
                to,
                "Đảng bộ bạn",
                "WORK",
                new Decision("Huyện ủy bạn", number(), issued, null),
                today);
        var way = person.cell(today) == null ? Way.IN : Way.WITHIN;
        introducing.takes(() -> {
            var letter = keep(person, transfers.present(told, ALL), way, to, issued);
            if (way == Way.IN) {
                letter.fill(0, issued);
            }
        });
    }

    private Letter keep(
            Person person, TransferId id, Way way, @Nullable OrganisationId to, @Nullable LocalDate brought) {
        var boxes = jdbc.sql("select side from transfer.box where transfer_id = ? order by position")
                .param(id.id())
                .query(String.class)
                .list();
        var senders = (int) boxes.stream().filter("FROM"::equals).count();
        var letter = new Letter(id, way, to, boxes.size(), senders, brought);
        person.letters.add(letter);
        return letter;
    }

    private void end(Letter letter, LocalDate today, Runnable act) {
        if (introducing.takes(act)) {
            letter.ended = today;
        }
    }

    private void confirm(Person person, Letter letter, Event event, LocalDate today) {
        var last = letter.filled < letter.senders ? letter.senders : letter.boxes;
        var upTo = event.other() % 3 == 0 ? letter.filled : last - 1;
        var said = new Confirmation(upTo, today, number(), "muộn", null);
        if (introducing.takes(() -> transfers.confirm(letter.id, said, ALL))) {
            letter.fill(upTo, today);
            if (letter.ended != null) {
                accepted(person, letter, today);
            }
        }
    }

    private void accepted(Person person, Letter letter, LocalDate today) {
        switch (letter.way) {
            case WITHIN -> writeDown(person, "TRANSFERRED", today, letter.to, false);
            case OUT -> writeDown(person, "TRANSFERRED_OUT", today, null, false);
            case IN -> writeDown(person, "TRANSFERRED_IN", today, letter.to, isOfficial(letter));
            case FOR_A_TIME -> {}
        }
    }

    private boolean isOfficial(Letter letter) {
        return jdbc.sql("select newcomer_official_on is not null from transfer.transfer where id = ?")
                .param(letter.id.id())
                .query(Boolean.class)
                .single();
    }

    /** An entry that the journal has taken. */
    Entry writeDown(Person person, String kind, LocalDate day, @Nullable OrganisationId to, boolean official) {
        var id = jdbc.sql("select id from membership.movement where member_id = :id order by recorded desc limit 1")
                .param("id", person.id.id())
                .query((row, _) -> row.getObject("id", UUID.class))
                .single();
        var entry = new Entry(id, kind, day, to == null ? "" : to.toString(), official, null);
        person.journal.add(entry);
        return entry;
    }

    private String number() {
        numbers++;
        return numbers + "-GGT";
    }
}
