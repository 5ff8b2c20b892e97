package vn.partyregister.transfer.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;
import vn.partyregister.transfer.Confirmation.Particulars;
import vn.partyregister.transfer.Receptions.Taken;
import vn.partyregister.transfer.Receptions.Waiting;

/** What the browser sends where many letters are received: one day, and of each letter whether it is among them. */
@NullUnmarked
record ReceptionForm(
        @NotNull(message = "{transfer.missing.day}") LocalDate day,
        @Size(max = 500) String lateWhy,
        List<@Valid Line> letters) {
    static ReceptionForm begin(List<Waiting> waiting, LocalDate today) {
        return new ReceptionForm(
                today, null, waiting.stream().map(one -> Line.begin(one.id())).toList());
    }

    List<Line> taken() {
        return letters == null
                ? List.of()
                : letters.stream().filter(Line::isTaken).toList();
    }

    /** Marks what the register must know of a newcomer and the letter does not say. */
    void hold(List<Waiting> waiting, BindingResult errors) {
        var newcomers =
                waiting.stream().filter(Waiting::newcomer).map(Waiting::id).toList();
        IntStream.range(0, letters == null ? 0 : letters.size())
                .filter(at -> letters.get(at).isTaken()
                        && newcomers.contains(letters.get(at).transfer()))
                .forEach(at -> letters.get(at).hold("letters[%d].".formatted(at), errors));
    }

    List<Taken> told() {
        return taken().stream()
                .map(line -> new Taken(line.transfer(), line.person()))
                .toList();
    }

    /** What is said of one letter. */
    record Line(
            @NotNull UUID transfer,
            Boolean taken,
            @Size(max = 20) String sex,
            @Size(max = 50) String ethnicity,
            @Size(max = 50) String religion,
            LocalDate decidedOn) {
        static Line begin(UUID transfer) {
            return new Line(transfer, true, null, "KINH", "NONE", null);
        }

        boolean isTaken() {
            return Boolean.TRUE.equals(taken);
        }

        void hold(String at, BindingResult errors) {
            require(sex, at + "sex", "membership.missing.sex", errors);
            require(ethnicity, at + "ethnicity", "membership.missing.ethnicity", errors);
            require(religion, at + "religion", "membership.missing.religion", errors);
            require(decidedOn, at + "decidedOn", "transfer.missing.admitted", errors);
        }

        private static void require(Object given, String field, String otherwise, BindingResult errors) {
            if ((given == null || given instanceof String text && text.isBlank()) && !errors.hasFieldErrors(field)) {
                WrongField.mark(errors, field, given, otherwise);
            }
        }

        Particulars person() {
            return sex == null || sex.isBlank() || decidedOn == null
                    ? null
                    : new Particulars(
                            VietnameseText.tidy(sex),
                            VietnameseText.tidy(ethnicity),
                            VietnameseText.tidy(religion),
                            decidedOn);
        }
    }
}
