package vn.partyregister;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import vn.partyregister.access.Role;
import vn.partyregister.exchange.Imported;
import vn.partyregister.exchange.Imports;
import vn.partyregister.exchange.ProgressListener;
import vn.partyregister.member.MemberId;
import vn.partyregister.platform.Seal;

/** What the register writes into a file, it reads back as what it already holds. */
@RegisterTest
class RoundTripTests {
    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    @Autowired
    private Imports imports;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Seal seal;

    private Orgs.Tree tree;
    private String citizenNumber;
    private MemberId numbered;

    @BeforeEach
    void peopleOfEverySort() {
        tree = orgs.tree();
        var number = UUID.randomUUID().getMostSignificantBits() >>> 1;
        var digits = "%019d".formatted(number);
        people.add(tree.eastCell(), UnaryOperator.identity());
        people.add(
                tree.eastCell(),
                person -> person.named("Kim Thị Sô Phi")
                        .alsoKnownAs("Ba Phi, \"Út\"", "Kim Sô Phi")
                        .woman()
                        .of("KHMER", "BUDDHISM")
                        .born(LocalDate.of(1970, 2, 28)));
        citizenNumber = "0" + digits.substring(8, 19);
        numbered = people.add(
                tree.otherEastCell(),
                person -> person.named("Đặng Hòa")
                        .numbered(
                                "00" + digits.substring(13, 19),
                                "000" + digits.substring(14, 19),
                                "0" + digits.substring(12, 19),
                                citizenNumber)
                        .educated("UPPER_SECONDARY", "UNIVERSITY", null));
        people.add(tree.otherEastCell(), person -> person.joined(LocalDate.of(2020, 3, 5), LocalDate.of(2021, 3, 5)));
        people.add(tree.eastCell(), person -> person.joined(LocalDate.of(2022, 1, 3), null));
        people.add(tree.eastCell(), person -> person.exempt(LocalDate.of(2021, 6, 1)));
        var gone = people.add(tree.eastCell(), UnaryOperator.identity());
        people.died(gone, tree.eastCell(), LocalDate.of(2022, 1, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void membersComeBackUnchanged(String format) {
        var movements = count("membership.movement");
        var read = imports.importNow("members", "dv." + format, exported("/members", format), ProgressListener.SILENT);
        assertThat(problems(read.id().id())).isEmpty();
        assertThat(read.figures().rows()).isEqualTo(6);
        assertThat(read.figures().unchanged()).isEqualTo(6);
        assertThat(count("membership.movement")).isEqualTo(movements);
    }

    /** An English reader gets English headings and the English names of the codes. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void membersTakenOutInEnglishComeBackUnchanged(String format) {
        var file = exported("/members", format, "&lang=en");
        if (format.equals("csv")) {
            assertThat(new String(file, StandardCharsets.UTF_8)
                            .substring(1)
                            .lines()
                            .findFirst()
                            .orElseThrow())
                    .contains("Member ID", "Full name", "Political theory", "Exempt from")
                    .isASCII();
        }
        var read = imports.importNow("members", "members." + format, file, ProgressListener.SILENT);
        assertThat(problems(read.id().id())).isEmpty();
        assertThat(read.figures().unchanged()).isEqualTo(6);
    }

    /** Who checks files does not see citizen numbers: their file has them masked, and a mask is no number. */
    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void aFileWithMaskedNumbersComesBackUnchangedAndTheNumbersStayWhole(String format) {
        var file = exported(Role.INSPECTOR, "/members", format, "");
        var before = numbers();
        var read = imports.importNow("members", "dv." + format, file, ProgressListener.SILENT);
        assertThat(problems(read.id().id())).isEmpty();
        assertThat(read.figures().unchanged()).isEqualTo(6);
        assertThat(numbers()).isEqualTo(before).anyMatch(number -> number.endsWith(citizenNumber));
    }

    @Test
    void aRowWithAMaskedNumberThatChangesSomethingElseLeavesTheNumberWhole() {
        var file = new String(exported(Role.INSPECTOR, "/members", "csv", ""), StandardCharsets.UTF_8);
        assertThat(file).contains("•••").doesNotContain(citizenNumber);
        var before = numbers();
        var read = imports.importNow(
                "members",
                "dv.csv",
                file.replace("Đặng Hòa", "Đặng Hòa Mới").getBytes(StandardCharsets.UTF_8),
                ProgressListener.SILENT);
        assertThat(read.figures().changed()).isEqualTo(1);
        assertThat(numbers()).isEqualTo(before);
        assertThat(mvc.get().uri("/members/" + numbered + "/citizen-number").with(signIn.as(Role.CLERK, tree.east())))
                .hasStatusOk()
                .bodyText()
                .contains(citizenNumber, "Đặng Hòa Mới");
    }

    /** Of each member of the tree: who it is, and the number as it is sealed, opened. */
    private List<String> numbers() {
        return jdbc.sql("""
                        select m.id, m.citizen_number_sealed, encode(m.citizen_number_hash, 'hex') || m.citizen_number_end as found
                        from member.member m join membership.standing s on s.member_id = m.id
                        where s.organisation_id in (:cells) order by m.id
                        """)
                .param(
                        "cells",
                        List.of(tree.eastCell().id(), tree.otherEastCell().id()))
                .query((row, _) -> {
                    var sealed = row.getBytes("citizen_number_sealed");
                    return row.getString("id") + " " + row.getString("found") + " "
                            + (sealed == null ? "" : seal.openText(sealed));
                })
                .list();
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void organisationsComeBackUnchanged(String format) {
        var read = imports.importNow(
                "organisations", "tc." + format, exported("/organisations", format), ProgressListener.SILENT);
        assertThat(problems(read.id().id())).isEmpty();
        assertThat(read.figures().rows()).isEqualTo(4);
        assertThat(read.figures().unchanged()).isEqualTo(read.figures().rows());
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "xlsx"})
    void whatHasEndedComesBackUnchangedFromAListAsAtADayOnWhichItStood(String format) {
        var name = "Đảng bộ xã Cũ " + UUID.randomUUID();
        var code = name.substring(name.length() - 12);
        var file = """
                Mã;Tên;Loại;Trực thuộc;Ngày thành lập;Ngày kết thúc
                %1$s;%2$s;Đảng bộ cơ sở;%3$s;1/1/2015;31/3/2022
                %1$s-1;Chi bộ ấp Cũ 1;CB_TT;%1$s;1/1/2015;28/2/2022
                ;Chi bộ ấp Cũ 2;CB_TT;%1$s;1/1/2015;31/3/2022
                """.formatted(code, name, orgs.name(tree.east()));
        assertThat(imported(file).figures().fresh()).isEqualTo(3);
        assertThat(imported("""
                        Mã;Tên;Loại;Trực thuộc;Ngày thành lập
                        %s;Đảng bộ xã Mới;Đảng bộ cơ sở;%s;1/4/2022
                        """.formatted(code, orgs.name(tree.east())))
                        .figures()
                        .fresh())
                .isEqualTo(1);

        assertThat(imported(file).figures().unchanged()).isEqualTo(3);
        for (var day : List.of("2022-02-28", "2022-03-31")) {
            var read = imports.importNow(
                    "organisations",
                    "tc." + format,
                    exported("/organisations", format, "&asAt=" + day),
                    ProgressListener.SILENT);
            assertThat(problems(read.id().id())).isEmpty();
            assertThat(read.figures().rows()).isEqualTo("2022-02-28".equals(day) ? 7 : 6);
            assertThat(read.figures().unchanged()).isEqualTo(read.figures().rows());
        }
    }

    private Imported imported(String csv) {
        return imports.importNow(
                "organisations", "tc.csv", csv.getBytes(StandardCharsets.UTF_8), ProgressListener.SILENT);
    }

    private byte[] exported(String list, String format) {
        return exported(list, format, "");
    }

    private byte[] exported(String list, String format, String more) {
        return exported(Role.CLERK, list, format, more);
    }

    private byte[] exported(Role role, String list, String format, String more) {
        var answer = mvc.get()
                .uri(list + "." + format + "?deep=true&organisation="
                        + tree.east().id() + more)
                .with(signIn.as(role, tree.east()))
                .exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private List<String> problems(UUID upload) {
        return jdbc.sql("""
                        select row_number || ' ' || coalesce(column_key, '') || ' ' || coalesce(value, '') || ' ' || reason
                        from exchange.problem where upload_id = :upload
                        union all
                        select row_number || ' ' || column_key || ': ' || coalesce(here, '') || ' / ' || coalesce(there, '')
                        from exchange.difference where upload_id = :upload
                        """)
                .param("upload", upload)
                .query((row, _) -> String.valueOf(row.getString(1)))
                .list();
    }

    private long count(String table) {
        return jdbc.sql("select count(*) from " + table).query(Long.class).single();
    }
}
