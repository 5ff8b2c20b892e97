package vn.partyregister.membership.web;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.AbstractMap.SimpleEntry;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.NullUnmarked;
import org.springframework.validation.BindingResult;
import vn.partyregister.member.Sought;
import vn.partyregister.membership.Opening;
import vn.partyregister.membership.Status;
import vn.partyregister.organisation.Decision;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Dates;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.VietnameseText;
import vn.partyregister.platform.WrongField;

/** What the browser sends of somebody who has long been a member. */
@NullUnmarked
record OpeningForm(
        @NotBlank(message = "{membership.missing.organisation}") @Size(max = 300)
        String organisation,

        @NotBlank(message = "{membership.missing.full-name}") @Size(max = 100)
        String fullName,

        @Size(max = 100) String birthName,
        @Size(max = 100) String alias,
        @NotBlank(message = "{membership.missing.sex}") String sex,
        @NotNull(message = "{membership.missing.born}") PartialDate born,

        @NotBlank(message = "{membership.missing.ethnicity}")
        String ethnicity,

        @NotBlank(message = "{membership.missing.religion}") String religion,

        @Pattern(regexp = "\\s*|\\s*\\d{12}\\s*", message = "{membership.entry.citizen-number}")
        String citizenNumber,

        @Size(max = 30) String cardNumber,
        @Size(max = 30) String fileNumber,
        String occupation,
        String generalEducation,
        @NotNull(message = "{membership.missing.joined-on}") LocalDate joinedOn,
        @NotNull(message = "{membership.missing.status}") Status status,
        LocalDate officialOn,
        @Size(max = 100) String number,
        LocalDate decidedOn,
        @Size(max = 200) String issuer,

        @NotBlank(message = "{membership.missing.source}") @Size(max = 200)
        String source,

        Boolean another,
        Boolean despite) {
    static OpeningForm empty() {
        return new OpeningForm(
                null, null, null, null, null, null, "KINH", "NONE", null, null, null, null, null, null, null, null,
                null, null, null, null, false, false);
    }

    /** What one field says against another. */
    void hold(BindingResult errors) {
        if (status == Status.OFFICIAL && officialOn == null && !errors.hasFieldErrors("officialOn")) {
            WrongField.mark(errors, "officialOn", null, "membership.missing.official-on");
        }
        if (status == Status.PROBATIONARY && officialOn != null) {
            WrongField.mark(errors, "officialOn", officialOn, "membership.opening.not-official");
        }
        if (Stream.of(number, issuer).anyMatch(text -> given(text) != null)) {
            missing(errors, "number", number, given(number), "membership.missing.number");
            missing(errors, "decidedOn", decidedOn, decidedOn, "membership.missing.decided-on");
            missing(errors, "issuer", issuer, given(issuer), "membership.missing.issuer");
        }
    }

    private static void missing(BindingResult errors, String field, Object typed, Object given, String code) {
        if (given == null && !errors.hasFieldErrors(field)) {
            WrongField.mark(errors, field, typed, code);
        }
    }

    Sought sought() {
        return new Sought(given(fullName), given(alias), born, given(citizenNumber), given(cardNumber));
    }

    /** @param meant the organisation that was chosen; null where the judgement is to say what is wrong with it */
    Opening opening(OrganisationId meant) {
        var cells = new HashMap<String, String>();
        cells.put("organisation", meant == null ? given(organisation) : meant.toString());
        cells.put("full_name", given(fullName));
        cells.put("birth_name", given(birthName));
        cells.put("alias", given(alias));
        cells.put("sex", sex);
        cells.put("born", born.toString());
        cells.put("ethnicity", ethnicity);
        cells.put("religion", religion);
        cells.put("citizen_number", given(citizenNumber));
        cells.put("card_number", given(cardNumber));
        cells.put("file_number", given(fileNumber));
        cells.put("occupation", given(occupation));
        cells.put("general_education", given(generalEducation));
        cells.put("joined_on", Dates.write(joinedOn));
        cells.put("official_on", officialOn == null ? null : Dates.write(officialOn));
        cells.put("decided_on", decidedOn == null ? null : Dates.write(decidedOn));
        cells.values().removeIf(text -> text == null);
        return new Opening(cells, decision(), VietnameseText.tidy(source));
    }

    /** The field of a column of the member sheet, and what was typed there. */
    Map.Entry<String, Object> field(String column) {
        return switch (column) {
            case "organisation" -> field("organisation", organisation);
            case "birth_name" -> field("birthName", birthName);
            case "alias" -> field("alias", alias);
            case "sex" -> field("sex", sex);
            case "born" -> field("born", born);
            case "ethnicity" -> field("ethnicity", ethnicity);
            case "religion" -> field("religion", religion);
            case "citizen_number" -> field("citizenNumber", citizenNumber);
            case "card_number" -> field("cardNumber", cardNumber);
            case "file_number" -> field("fileNumber", fileNumber);
            case "occupation" -> field("occupation", occupation);
            case "general_education" -> field("generalEducation", generalEducation);
            case "joined_on" -> field("joinedOn", joinedOn);
            case "official_on" -> field("officialOn", officialOn);
            case "decided_on" -> field("decidedOn", decidedOn);
            case null, default -> field("fullName", fullName);
        };
    }

    private static Map.Entry<String, Object> field(String name, Object typed) {
        return new SimpleEntry<>(name, typed);
    }

    private Decision decision() {
        return given(number) == null ? null : new Decision(issuer, number, decidedOn, null);
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : VietnameseText.tidy(text);
    }
}
