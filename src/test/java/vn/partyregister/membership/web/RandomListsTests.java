package vn.partyregister.membership.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;
import vn.partyregister.Orgs;
import vn.partyregister.People;
import vn.partyregister.RegisterTest;
import vn.partyregister.SignIn;
import vn.partyregister.access.Role;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.platform.Listing;

/** Filters thrown together at random: the list, both files and whoever counts on fingers come to the same number. */
@RegisterTest
@NullMarked
class RandomListsTests {
    private static final LocalDate TODAY = LocalDate.of(2022, 4, 30);
    private static final int PEOPLE = 60;
    private static final int LISTS = 60;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Orgs orgs;

    @Autowired
    private People people;

    private final Random random = new Random(30_04_2022);

    @Test
    void listFilesAndAPlainCountAgreeWhateverIsAskedTogether() throws Exception {
        var tree = orgs.tree();
        var company = orgs.add("Chi bộ công ty ngẫu nhiên", "CB_CS", "DOANH_NGHIEP", tree.east());
        var cells = List.of(tree.eastCell(), tree.otherEastCell(), company);
        var there = new ArrayList<Made>();
        for (var number = 0; number < PEOPLE; number++) {
            there.add(make(cells));
        }
        for (var number = 0; number < 10; number++) {
            make(List.of(tree.westCell()));
        }
        var conditions = conditions(tree, company);
        var clerk = signIn.as(Role.CLERK, tree.east());
        var found = new ArrayList<Long>();
        for (var list = 0; list < LISTS; list++) {
            var asked = new LinkedHashMap<String, String>();
            Predicate<Made> meant = _ -> true;
            Collections.shuffle(conditions, random);
            for (var condition : conditions.subList(0, 1 + random.nextInt(4))) {
                if (asked.putIfAbsent(condition.name, condition.value) == null) {
                    meant = meant.and(condition.meant);
                }
            }
            var counted = there.stream().filter(meant).count();
            assertThat(total(clerk, asked)).as("list %s", asked).isEqualTo(counted);
            assertThat(csv(clerk, asked)).as("csv %s", asked).isEqualTo(counted);
            assertThat(xlsx(clerk, asked)).as("xlsx %s", asked).isEqualTo(counted);
            found.add(counted);
        }
        assertThat(found.stream().filter(counted -> counted > 0))
                .as("lists that are not empty")
                .hasSizeGreaterThan(20);
    }

    private Made make(List<OrganisationId> cells) {
        var cell = one(cells);
        var born = LocalDate.of(1950 + random.nextInt(40), 4, 29 + random.nextInt(2));
        var joined = born.plusYears(20 + random.nextInt(10));
        var probation = random.nextInt(5) == 0;
        var made = new Made(
                cell,
                one(List.of("Nguyễn Thị Hòa", "Trần Văn Hoà", "Lê Văn Đức", "Thạch Thị Sa")),
                random.nextBoolean(),
                born,
                one(List.of("KINH", "KHMER")),
                one(List.of("NONE", "BUDDHISM")),
                probation ? LocalDate.of(2021 + random.nextInt(2), 1, 1) : joined,
                probation,
                random.nextInt(3) == 0 ? TODAY.plusDays(random.nextInt(3) - 1L) : null,
                random.nextBoolean() ? "UPPER_SECONDARY" : null,
                random.nextBoolean() ? "UNIVERSITY" : null,
                random.nextBoolean() ? "ADVANCED" : null);
        people.add(cell, person -> {
            var told = person.named(made.name)
                    .born(made.born)
                    .of(made.ethnicity, made.religion)
                    .joined(made.joined, probation ? null : joined.plusYears(1))
                    .educated(made.education, made.qualification, made.theory);
            if (made.woman) {
                told.woman();
            }
            return made.exemptFrom == null ? told : told.exempt(made.exemptFrom);
        });
        return made;
    }

    private static List<Condition> conditions(Orgs.Tree tree, OrganisationId company) {
        return new ArrayList<>(List.of(
                new Condition("q", "hoa", made -> made.name.endsWith("Hòa") || made.name.endsWith("Hoà")),
                new Condition("q", "thi", made -> made.name.contains("Thị")),
                new Condition("q", "nguyen hoa", made -> made.name.equals("Nguyễn Thị Hòa")),
                new Condition("organisation", tree.eastBase().toString(), made -> !made.cell.equals(company)),
                new Condition("organisation", tree.eastCell().toString(), made -> made.cell.equals(tree.eastCell())),
                new Condition("kind", "DOANH_NGHIEP", made -> made.cell.equals(company)),
                new Condition("kind", "XA", made -> !made.cell.equals(company)),
                new Condition("status", "OFFICIAL", made -> !made.probation),
                new Condition("status", "PROBATIONARY", Made::probation),
                new Condition("sex", "FEMALE", Made::woman),
                new Condition("sex", "MALE", made -> !made.woman),
                new Condition("ageFrom", "45", made -> !made.born.plusYears(45).isAfter(TODAY)),
                new Condition("ageTo", "50", made -> made.born.plusYears(51).isAfter(TODAY)),
                new Condition("ethnicity", "KHMER", made -> made.ethnicity.equals("KHMER")),
                new Condition("ethnicity", "MINORITY", made -> made.ethnicity.equals("KHMER")),
                new Condition("religion", "ANY", made -> !made.religion.equals("NONE")),
                new Condition("education", "NOT_STATED", made -> made.education == null),
                new Condition("qualification", "UNIVERSITY", made -> made.qualification != null),
                new Condition("theory", "ADVANCED", made -> made.theory != null),
                new Condition("entryYear", "2022", made -> made.joined.getYear() == 2022),
                new Condition("entryPeriod", "FROM_MAY_1975", made -> made.joined.getYear() >= 1976),
                new Condition("admitted", "2021", made -> made.probation && made.joined.getYear() == 2021),
                new Condition("exempt", "true", Made::exempt),
                new Condition("exempt", "false", made -> !made.exempt())));
    }

    private long total(RequestPostProcessor who, Map<String, String> asked) {
        var answer = mvc.get().uri(address("/members", asked)).with(who).exchange();
        assertThat(answer).hasStatusOk();
        var model = java.util.Objects.requireNonNull(answer.getMvcResult().getModelAndView())
                .getModel();
        return ((Listing<?>) java.util.Objects.requireNonNull(model.get("listing"))).total();
    }

    private long csv(RequestPostProcessor who, Map<String, String> asked) {
        return new String(bytes(who, "/members.csv", asked), StandardCharsets.UTF_8)
                        .lines()
                        .count()
                - 1;
    }

    private long xlsx(RequestPostProcessor who, Map<String, String> asked) throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(bytes(who, "/members.xlsx", asked)))) {
            return book.getSheetAt(0).getPhysicalNumberOfRows() - 1L;
        }
    }

    private byte[] bytes(RequestPostProcessor who, String path, Map<String, String> asked) {
        var answer = mvc.get().uri(address(path, asked)).with(who).exchange();
        assertThat(answer).hasStatusOk();
        return answer.getResponse().getContentAsByteArray();
    }

    private static String address(String path, Map<String, String> asked) {
        var address = UriComponentsBuilder.fromPath(path);
        asked.forEach(address::queryParam);
        return address.build().toUriString();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private record Condition(String name, String value, Predicate<Made> meant) {}

    private record Made(
            OrganisationId cell,
            String name,
            boolean woman,
            LocalDate born,
            String ethnicity,
            String religion,
            LocalDate joined,
            boolean probation,
            @Nullable LocalDate exemptFrom,
            @Nullable String education,
            @Nullable String qualification,
            @Nullable String theory) {
        boolean exempt() {
            return exemptFrom != null && !exemptFrom.isAfter(TODAY);
        }
    }
}
