package vn.partyregister.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import vn.partyregister.RegisterTest;

/** Which questions of a transaction that writes many rows are planned anew, and which are not. */
@RegisterTest
@NullUnmarked
class ManyRowsTests {
    private static final int OFTEN = 14;

    @Autowired
    private ManyRows manyRows;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void aPlanThatServedFiveTimesServesOn() {
        assertThat(plansThatServedOn("the plain one", UnaryOperator.identity())).isPositive();
    }

    @Test
    void whatIsAskedOnceIsPlannedForItsOwnValuesHoweverOften() {
        assertThat(plansThatServedOn("the one asked once", ManyRows::once)).isZero();
    }

    private int plansThatServedOn(String name, UnaryOperator<String> asked) {
        return transaction.execute(_ -> {
            manyRows.follow();
            for (var time = 0; time < OFTEN; time++) {
                jdbc.sql(asked.apply(
                                "select count(*) from organisation.organisation where id = :id /* " + name + " */"))
                        .param("id", Uuids.next())
                        .query(Integer.class)
                        .single();
            }
            return jdbc.sql(
                            "select coalesce(sum(generic_plans), 0) from pg_prepared_statements where statement like :name")
                    .param("name", "%" + name + "%")
                    .query(Integer.class)
                    .single();
        });
    }
}
