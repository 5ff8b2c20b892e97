package vn.partyregister.member;

import java.sql.Types;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.NullMarked;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;
import vn.partyregister.ModuleDatabase;
import vn.partyregister.platform.PersonName;
import vn.partyregister.reference.Rulebook;

/** A database with the files and what lies below them, and the catalogue of checks, without the program around it. */
@NullMarked
record BareFiles(JdbcClient jdbc, TransactionTemplate transaction, Checks checks) {
    static BareFiles create() {
        var program = ModuleDatabase.create();
        var jdbc = JdbcClient.create(program);
        var context = new AnnotationConfigApplicationContext();
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.register(Rulebook.class, FileForm.class, CheckConditions.class, Checks.class);
        context.refresh();
        return new BareFiles(
                jdbc, new TransactionTemplate(new JdbcTransactionManager(program)), context.getBean(Checks.class));
    }

    void write(UUID id, CheckProperties.Paper paper) {
        var name = PersonName.of(paper.name());
        jdbc.sql("""
                        insert into member.member (id, version, full_name, family_name, middle_name, given_name, sex,
                            born_earliest, born_precision, ethnicity, religion, joined_on, decided_on, official_on,
                            card_issued_on, card_number, old_card_number, native_province, general_education)
                        values (:id, 0, :name, :family, :middle, :given, 'MALE', :born, 'DAY', 'KINH', 'NONE', :joined,
                            :decided, :official, :cardDay, :card, :oldCard, :province, :education)
                        """)
                .param("id", id)
                .param("name", paper.name())
                .param("family", name.family())
                .param("middle", name.middle())
                .param("given", name.given())
                .param("born", paper.born())
                .param("joined", paper.joined())
                .param("decided", paper.decided(), Types.DATE)
                .param("official", paper.official(), Types.DATE)
                .param("cardDay", paper.cardDay(), Types.DATE)
                .param("card", paper.card(), Types.VARCHAR)
                .param("oldCard", paper.oldCard(), Types.VARCHAR)
                .param("province", paper.province(), Types.VARCHAR)
                .param("education", paper.education(), Types.VARCHAR)
                .update();
        var rows = paper.career().stream()
                .map(stretch -> stretch.until() == null
                        ? Map.of("since", stretch.since())
                        : Map.of("since", stretch.since(), "until", stretch.until()))
                .toList();
        jdbc.sql("insert into member.sheet (member_id, section, content) values (:id, 'CAREER', cast(:rows as jsonb))")
                .param("id", id)
                .param("rows", JsonMapper.shared().writeValueAsString(rows))
                .update();
    }

    /** Whom a check finds. */
    TreeSet<UUID> found(Check check, LocalDate day) {
        return new TreeSet<>(jdbc.sql("select m.id from member.member m where " + check.condition())
                .params(checks.params(day))
                .query((row, _) -> row.getObject("id", UUID.class))
                .list());
    }
}
