package vn.partyregister;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Remembers the statements that the test's own thread sends, so that a test can say: this page asks so often, however
 * many rows it shows. A request through MockMvc runs in that thread.
 */
@NullMarked
public class Statements implements BeanPostProcessor {
    private static final ThreadLocal<List<String>> SENT = new ThreadLocal<>();

    /** What the work sends. */
    public static List<String> of(Work work) throws Exception {
        var sent = new ArrayList<String>();
        SENT.set(sent);
        try {
            work.run();
        } finally {
            SENT.remove();
        }
        return sent;
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source && !(bean instanceof Watched) ? new Watched(source) : bean;
    }

    /** What a test does. */
    @FunctionalInterface
    public interface Work {
        void run() throws Exception;
    }

    private static final class Watched extends DelegatingDataSource {
        Watched(DataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            var connection = super.getConnection();
            return SENT.get() == null ? connection : watched(Connection.class, connection, "");
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T watched(Class<T> type, T target, String prepared) {
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            var sql =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
            var sent = SENT.get();
            if (sent != null && method.getName().startsWith("execute")) {
                sent.add(sql);
            }
            try {
                var result = method.invoke(target, arguments);
                return result instanceof Statement statement
                                && method.getReturnType().isInterface()
                        ? watched((Class<Statement>) method.getReturnType(), statement, sql)
                        : result;
            } catch (InvocationTargetException failed) {
                throw failed.getCause();
            }
        });
    }
}
