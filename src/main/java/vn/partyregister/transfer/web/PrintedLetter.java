package vn.partyregister.transfer.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.partyregister.reference.Form;
import vn.partyregister.transfer.Level;
import vn.partyregister.transfer.TransferFile;
import vn.partyregister.transfer.TransferFile.Passed;

/**
 * A letter of introduction as its form has it, two boxes beside each other.
 *
 * @param code of the form, with its {@code name}
 */
record PrintedLetter(String code, String name, TransferFile file, List<List<Square>> rows) {
    PrintedLetter {
        rows = rows.stream().map(List::copyOf).toList();
    }

    static PrintedLetter of(TransferFile file, Form form) {
        var squares =
                form.fields().stream().map(field -> square(file.boxes(), field)).toList();
        var rows = new ArrayList<List<Square>>();
        for (var at = 0; at < squares.size(); at += 2) {
            rows.add(squares.subList(at, Math.min(at + 2, squares.size())));
        }
        return new PrintedLetter(form.code(), form.name(), file, rows);
    }

    private static Square square(List<Passed> boxes, Form.Field field) {
        var passed = boxes.stream()
                .filter(box -> field.key().equals(box.side() + "_" + box.level()))
                .findFirst()
                .orElse(null);
        var next = passed == null || passed.position() + 1 == boxes.size() ? null : boxes.get(passed.position() + 1);
        var elsewhere = boxes.stream()
                .anyMatch(box -> box.level() == Level.ELSEWHERE && field.key().startsWith(box.side() + "_"));
        return new Square(
                field.number() == null ? "" : field.number(),
                field.title(),
                passed == null ? null : passed.name(),
                next == null ? null : next.name(),
                passed == null ? null : passed.filledOn(),
                passed == null && !elsewhere);
    }

    /**
     * A box on paper.
     *
     * @param name of the organisation; null where it is written by hand
     * @param addressee to whom that organisation introduces the member
     * @param passedOver the letter does not go through this level
     */
    record Square(
            String number,
            String title,
            @Nullable String name,
            @Nullable String addressee,
            @Nullable LocalDate filledOn,
            boolean passedOver) {}
}
