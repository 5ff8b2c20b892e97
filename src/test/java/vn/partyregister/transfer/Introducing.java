package vn.partyregister.transfer;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.hibernate.boot.model.naming.PhysicalNamingStrategySnakeCaseImpl;
import org.jspecify.annotations.NullMarked;
import org.springframework.boot.hibernate.SpringImplicitNamingStrategy;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.data.jpa.repository.support.JpaRepositoryFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.JpaTransactionManager;
import org.springframework.orm.jpa.LocalContainerEntityManagerFactoryBean;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.orm.jpa.persistenceunit.PersistenceManagedTypes;
import org.springframework.orm.jpa.vendor.HibernateJpaVendorAdapter;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.audit.AuditTrail;
import vn.partyregister.member.MemberId;
import vn.partyregister.member.Members;
import vn.partyregister.membership.Journal;
import vn.partyregister.membership.MemberFiles;
import vn.partyregister.membership.MemberFiles.Brief;
import vn.partyregister.membership.Movements;
import vn.partyregister.membership.Reversals;
import vn.partyregister.organisation.Decisions;
import vn.partyregister.organisation.OrganisationId;
import vn.partyregister.organisation.OrganisationTree;
import vn.partyregister.organisation.TreeLock;
import vn.partyregister.platform.BusinessDay;
import vn.partyregister.platform.Refusal;
import vn.partyregister.platform.Refusal.NotFound;
import vn.partyregister.reference.CodeLists;
import vn.partyregister.reference.Rulebook;

/**
 * Letters of introduction on a bare database, and the journal that is told of them, without the rest of the program. What is
 * done to them and to the journal is one transaction.
 */
@NullMarked
public final class Introducing {
    private static final List<String> BELOW = List.of(
            "organisation.OrganisationLists",
            "membership.Standings",
            "membership.FactsOfMembers",
            "membership.MovementStore",
            "membership.LateEntries",
            "membership.Grounds",
            "membership.MovementJudgement",
            "membership.DatedFacts");

    private final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();
    private final JdbcClient jdbc;
    private final EntityManager letters;
    private final TransactionTemplate transaction;
    private LocalDate today = LocalDate.MIN;

    private Introducing(DataSource source) {
        jdbc = JdbcClient.create(source);
        var factory = new LocalContainerEntityManagerFactoryBean();
        factory.setDataSource(source);
        factory.setManagedTypes(PersistenceManagedTypes.of(Transfer.class.getName()));
        factory.setJpaVendorAdapter(new HibernateJpaVendorAdapter());
        factory.setJpaPropertyMap(Map.of(
                "hibernate.physical_naming_strategy",
                PhysicalNamingStrategySnakeCaseImpl.class.getName(),
                "hibernate.implicit_naming_strategy",
                SpringImplicitNamingStrategy.class.getName()));
        factory.afterPropertiesSet();
        var made = Objects.requireNonNull(factory.getObject());
        letters = SharedEntityManagerCreator.createSharedEntityManager(made);
        transaction = new TransactionTemplate(new JpaTransactionManager(made));
    }

    public static Introducing on(DataSource source) {
        var introducing = new Introducing(source);
        introducing.start();
        return introducing;
    }

    private void start() {
        var day = mock(BusinessDay.class);
        when(day.today()).thenAnswer(_ -> today);
        var files = mock(MemberFiles.class);
        when(files.brief(any(), any(), any())).thenAnswer(asked -> brief(asked.getArgument(0)));
        context.registerBean(JdbcClient.class, () -> jdbc);
        context.registerBean(BusinessDay.class, () -> day);
        context.registerBean(MemberFiles.class, () -> files);
        context.registerBean(Members.class, () -> mock(Members.class));
        context.registerBean(Journal.class, () -> mock(Journal.class));
        context.registerBean(AuditTrail.class, () -> mock(AuditTrail.class));
        context.registerBean(
                TransferRepository.class,
                () -> new JpaRepositoryFactory(letters).getRepository(TransferRepository.class));
        BELOW.forEach(name -> context.register(named(name)));
        context.register(
                Rulebook.class,
                CodeLists.class,
                Decisions.class,
                OrganisationTree.class,
                TreeLock.class,
                Movements.class,
                Reversals.class,
                Chains.class,
                Deadlines.class,
                Letters.class,
                Reach.class,
                Acceptance.class,
                Transfers.class);
        context.refresh();
    }

    private static Class<?> named(String name) {
        try {
            return Class.forName("vn.partyregister." + name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    private Brief brief(MemberId member) {
        return jdbc.sql("""
                        select organisation_id from membership.standing
                        where member_id = :member and lower(valid) <= cast(:today as date) order by valid desc limit 1
                        """)
                .param("member", member.id())
                .param("today", today)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .map(place -> new Brief(member, "", new OrganisationId(place), "", null))
                .orElseThrow(() -> new NotFound("member.unknown"));
    }

    /** What has a say before an organisation ends that a letter leads through. */
    public static Class<?> barsReorganisations() {
        return LettersUnderWay.class;
    }

    /** One life of the register; nothing of it stays. */
    public void live(Runnable life) {
        transaction.executeWithoutResult(status -> {
            status.setRollbackOnly();
            life.run();
        });
    }

    public void today(LocalDate day) {
        today = day;
    }

    /** Whether the program takes something. What it refuses has left nothing behind, as a request leaves nothing. */
    public boolean takes(Runnable act) {
        jdbc.sql("savepoint before_it").update();
        try {
            act.run();
            jdbc.sql("release savepoint before_it").update();
            return true;
        } catch (Refusal _) {
            jdbc.sql("rollback to savepoint before_it").update();
            letters.clear();
            return false;
        }
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }
}
