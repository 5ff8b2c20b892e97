package vn.partyregister.sample;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import vn.partyregister.admission.Document;
import vn.partyregister.admission.Stage;
import vn.partyregister.platform.PartialDate;
import vn.partyregister.platform.RegisterProperties;
import vn.partyregister.platform.Scope;
import vn.partyregister.training.Certificates;
import vn.partyregister.training.ClassKind;
import vn.partyregister.training.Classes;
import vn.partyregister.training.NewClass;
import vn.partyregister.training.NewParticipant;
import vn.partyregister.training.Outcome;
import vn.partyregister.training.Participants;
import vn.partyregister.training.TrainingClassId;

/**
 * Classes of a sample: planned, attended and certified through the module that keeps them. Candidates of the cases attend
 * those before admission, so that their cases name the certificate; members on probation attend those for new members.
 */
@Component
class SampleClasses {
    private static final int LASTS = 4;
    private static final int ISSUED_AFTER = 7;
    /** A course lies at most so long before its candidate is given a helper. */
    private static final int LONGEST_WAIT = 500;

    private static final List<String> HOSTS =
            List.of("001", "002", "003", "004", "005", "006", "007", "008", "009", "010", "012");

    private final Classes classes;
    private final Participants participants;
    private final Certificates certificates;
    private final JdbcClient jdbc;

    SampleClasses(Classes classes, Participants participants, Certificates certificates, JdbcClient jdbc) {
        this.classes = classes;
        this.participants = participants;
        this.certificates = certificates;
        this.jdbc = jdbc;
    }

    /** Holds them all, and tells which certificate each candidate holds. */
    Map<String, Document> hold(
            SampleFolder folder,
            List<SampleCandidate> candidates,
            SampleCells cells,
            Map<String, SampleDirect> directs,
            RegisterProperties.Sample days,
            SplittableRandom chance) {
        var held = new Held(folder, candidates, cells, directs, days.businessDay(), chance);
        held.awareness();
        held.newMembers();
        return certified();
    }

    private Map<String, Document> certified() {
        var documents = new HashMap<String, Document>();
        jdbc.sql("""
                        select p.full_name, p.born_earliest, p.born_precision, g.number || '/' || g.year as number, g.issued_on,
                            o.name as issuer
                        from training.certificate g
                        join training.participant p on p.id = g.participant_id
                        join organisation.organisation_version o
                            on o.organisation_id = g.organisation_id and o.valid @> g.issued_on
                        where g.kind = 'AWARENESS'
                        """).query(row -> {
            var born = new PartialDate(
                    row.getObject("born_earliest", LocalDate.class),
                    PartialDate.Precision.valueOf(row.getString("born_precision")));
            documents.put(
                    row.getString("full_name") + " " + born,
                    new Document(
                            row.getString("number"),
                            row.getObject("issued_on", LocalDate.class),
                            row.getString("issuer")));
        });
        return documents;
    }

    /** The classes while they are held. */
    private final class Held {
        private final Properties work;
        private final List<SampleCandidate> candidates;
        private final SampleCells cells;
        private final Map<String, SampleDirect> directs;
        private final LocalDate today;
        private final SplittableRandom chance;
        private final SampleWay way;
        private final SampleNames names;
        private final SampleTrades trades;
        private final Set<SampleCandidate> placed = new HashSet<>();

        Held(
                SampleFolder folder,
                List<SampleCandidate> candidates,
                SampleCells cells,
                Map<String, SampleDirect> directs,
                LocalDate today,
                SplittableRandom chance) {
            this.work = folder.properties("work");
            this.candidates = candidates;
            this.cells = cells;
            this.directs = directs;
            this.today = today;
            this.chance = chance;
            this.way = new SampleWay(chance);
            this.names = new SampleNames(folder.properties("names"));
            this.trades = new SampleTrades(folder.properties("trades"));
        }

        /** The latest first: whoever is a candidate now finds a place in it. */
        void awareness() {
            var many = number("classes.awareness");
            var people = number("classes.awareness.people");
            for (var one = 0; one < many; one++) {
                var seats = people / many + (one < people % many ? 1 : 0);
                var last = today.minusDays(24 + one * 31L);
                var host = host(HOSTS.get(one % HOSTS.size()));
                var first = last.minusDays(LASTS - 1L);
                var attending = attending(host, last.plusDays(ISSUED_AFTER), seats - 1 - one % 2);
                var id = plan("class.awareness", ClassKind.AWARENESS, host, first, last, seats, many - one);
                var sent = new ArrayList<NewParticipant>();
                attending.forEach(candidate -> {
                    way.course(candidate.days(), last.plusDays(ISSUED_AFTER + 2));
                    sent.add(new NewParticipant(
                            candidate.file().fullName(),
                            candidate.file().born(),
                            candidate.citizenNumber(),
                            candidate.cell().id()));
                });
                var others = others(host, seats - attending.size(), first.getYear());
                sent.addAll(others);
                participants.register(id, sent, Scope.EVERYTHING);
                missed(id, others.getFirst().fullName());
                finish(id, host, ClassKind.AWARENESS, last.plusDays(ISSUED_AFTER));
            }
        }

        /** Who may have attended a class of their committee before they were given a helper, those under way first. */
        private List<SampleCandidate> attending(SampleDirect host, LocalDate issued, int seats) {
            var told = issued.plusDays(2);
            var chosen = candidates.stream()
                    .filter(one -> one.cell().direct().equals(host.number()) && !placed.contains(one))
                    .filter(one -> one.days().containsKey(Stage.COURSE_DONE))
                    .filter(one -> Objects.requireNonNull(one.on(Stage.COURSE_DONE))
                            .isAfter(today.minusYears(4)))
                    .filter(one -> {
                        var by = one.days()
                                .getOrDefault(
                                        Stage.HELPER_SET,
                                        one.left() == null ? today : one.left().on());
                        return !by.isBefore(told) && by.isBefore(told.plusDays(LONGEST_WAIT));
                    })
                    .sorted(Comparator.comparing(one -> one.member() != null))
                    .limit(seats)
                    .toList();
            placed.addAll(chosen);
            return chosen;
        }

        /** People who attend without a case of admission. */
        private List<NewParticipant> others(SampleDirect host, int many, int year) {
            var from = cells.all().stream()
                    .filter(cell -> cell.direct().equals(host.number()))
                    .toList();
            var others = new ArrayList<NewParticipant>();
            for (var one = 0; one < many; one++) {
                var cell = from.get(chance.nextInt(from.size()));
                var isWoman = chance.nextInt(1000)
                        < Integer.parseInt(trades.text(cell.grown().trade() + ".women"));
                var born = LocalDate.ofYearDay(year - chance.nextInt(19, 38), chance.nextInt(1, 366));
                var ethnicity = chance.nextInt(1000) < cell.grown().khmer() ? "KHMER" : "KINH";
                others.add(new NewParticipant(
                        names.draw(chance, ethnicity, isWoman, born.getYear()), PartialDate.of(born), null, cell.id()));
            }
            return others;
        }

        void newMembers() {
            var many = number("classes.new-member");
            var people = number("classes.new-member.people");
            var hosts = most(many / 2);
            for (var one = 0; one < many; one++) {
                var host = hosts.get(one % hosts.size());
                var last = today.minusDays(38 + one % hosts.size() * 9L + one / hosts.size() * 500L);
                var first = last.minusDays(LASTS - 1L);
                var seats = people / many + (one < people % many ? 1 : 0);
                var attending = candidates.stream()
                        .filter(candidate -> candidate.member() != null && candidate.days().containsKey(Stage.PROBATION))
                        .filter(candidate -> candidate.cell().direct().equals(host.number()))
                        .filter(candidate -> {
                            var joined = Objects.requireNonNull(candidate.on(Stage.CEREMONY));
                            return joined.isBefore(first.minusDays(20)) && joined.plusMonths(12).isAfter(last);
                        })
                        .limit(seats)
                        .map(candidate -> Objects.requireNonNull(candidate.member()))
                        .toList();
                var id = plan("class.new-member", ClassKind.NEW_MEMBER, host, first, last, seats, many - one);
                participants.registerMembers(id, attending, Scope.EVERYTHING);
                finish(id, host, ClassKind.NEW_MEMBER, last.plusDays(ISSUED_AFTER));
            }
        }

        /** The committees that admit most. */
        private List<SampleDirect> most(int many) {
            return candidates.stream()
                    .filter(one -> one.member() != null)
                    .collect(Collectors.groupingBy(one -> one.cell().direct(), Collectors.counting()))
                    .entrySet()
                    .stream()
                    .sorted(Map.Entry.<String, Long>comparingByValue()
                            .reversed()
                            .thenComparing(Map.Entry.comparingByKey()))
                    .limit(many)
                    .map(entry -> host(entry.getKey()))
                    .toList();
        }

        private TrainingClassId plan(
                String name, ClassKind kind, SampleDirect host, LocalDate first, LocalDate last, int seats, int number) {
            return classes.plan(
                    new NewClass(
                            host.id(),
                            kind,
                            text(name).formatted(number, first.getYear()),
                            kind == ClassKind.NEW_MEMBER
                                    ? "NEW_MEMBERS"
                                    : host.number().equals("012") ? "RECRUITS" : "MIXED",
                            text("class.place").formatted(host.place()),
                            first,
                            last,
                            seats),
                    Scope.EVERYTHING);
        }

        private void missed(TrainingClassId id, String name) {
            var missed = jdbc.sql("select id from training.participant where class_id = :class and full_name = :name")
                    .param("class", id.id())
                    .param("name", name)
                    .query((row, _) -> row.getObject("id", UUID.class))
                    .list();
            participants.end(id, missed, Outcome.NOT_FINISHED, text("class.not-finished"), Scope.EVERYTHING);
        }

        private void finish(TrainingClassId id, SampleDirect host, ClassKind kind, LocalDate issued) {
            participants.finishRest(id, Scope.EVERYTHING);
            certificates.issue(id, certificates.next(host.id(), kind, issued.getYear()), issued, Scope.EVERYTHING);
        }

        private SampleDirect host(String number) {
            return Objects.requireNonNull(directs.get(number), number);
        }

        private int number(String name) {
            return Integer.parseInt(text(name));
        }

        private String text(String name) {
            return Objects.requireNonNull(work.getProperty(name), name);
        }
    }
}
