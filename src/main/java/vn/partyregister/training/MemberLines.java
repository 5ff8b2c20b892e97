package vn.partyregister.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.springframework.stereotype.Component;
import vn.partyregister.exchange.Column;
import vn.partyregister.exchange.PastedLine;
import vn.partyregister.exchange.PastedLine.Wrong;
import vn.partyregister.exchange.SheetLines;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.Scope;

/**
 * Reads who is to attend a class for new members, pasted or uploaded from a sheet: a line for each, with the name, the birth
 * date and, where several share both, the number of the card or the citizen number. Each means a member of the register.
 */
@Component
public class MemberLines {
    private static final int LONGEST_NAME = 100;
    private static final List<Column> COLUMNS = List.of(
            Column.text("name", true, "Họ và tên", "Họ tên", "Full name"),
            Column.text("born", true, "Ngày sinh", "Ngày, tháng, năm sinh", "Năm sinh", "Born"),
            Column.text("number", false, "Số thẻ", "Số thẻ đảng viên", "Số định danh", "CCCD", "Card number"));

    private final Probationers probationers;

    MemberLines(Probationers probationers) {
        this.probationers = probationers;
    }

    /** The rows of a spreadsheet as lines, to be looked at before anybody is registered. */
    public String ofSheet(byte[] file, String name) {
        return SheetLines.read(file, name, COLUMNS, ParticipantLines.MOST);
    }

    /** All lines, and what is wrong with which of them: who is meant by none, by several, twice, or is on the list already. */
    public Read read(ClassRow row, String pasted, Scope scope) {
        var typed = new ArrayList<Typed>();
        var wrong = new ArrayList<>(PastedLine.each(pasted, ParticipantLines.MOST, line -> {
            var name = line.text(0, LONGEST_NAME, "training.line.name");
            var born = line.meant(
                    1,
                    Dates.readPartial(line.cell(1))
                            .filter(date -> date.earliest().getYear() > 0),
                    "training.line.born");
            if (name != null && born != null) {
                typed.add(new Typed(line.number(), name, born, line.cell(2)));
            }
        }));
        var members = new ArrayList<MemberId>();
        var known = new HashMap<MemberId, Integer>();
        for (var meant : probationers.meant(row, typed, scope)) {
            var refused = meant.refusal();
            var member = meant.member();
            if (refused == null && member != null && known.putIfAbsent(member, meant.line()) == null) {
                members.add(member);
            } else {
                var why = refused == null ? "training.twice-in-the-list" : refused;
                wrong.add(new Wrong(meant.line(), why, List.of(meant.name())));
            }
        }
        wrong.sort(Comparator.comparingInt(Wrong::line));
        return new Read(members, wrong);
    }

    /**
     * A line that can be read.
     *
     * @param number of a card or of a citizen; empty where none was written
     */
    record Typed(int line, String name, PartialDate born, String number) {}

    /** What was read. */
    public record Read(List<MemberId> members, List<Wrong> wrong) {
        public Read {
            members = List.copyOf(members);
            wrong = List.copyOf(wrong);
        }
    }
}
