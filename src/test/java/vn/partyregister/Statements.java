package vn.partyregister;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * Remembers the statements that the test's own thread sends, so that a test can say: this page asks so often, however
 * many rows it shows. A request through MockMvc runs in that thread.
 */
@NullMarked
public class Statements implements BeanPostProcessor {
    private static final ThreadLocal<List<Sent>> SENT = new ThreadLocal<>();

    /** What the work sends. */
    public static List<String> of(Work work) throws Exception {
        return withValues(work).stream().map(Sent::sql).toList();
    }

    /** The same, so that it can be sent again. */
    public static List<Sent> withValues(Work work) throws Exception {
        var sent = new ArrayList<Sent>();
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

    /** A statement with its values, each as it was set. */
    public record Sent(String sql, List<Value> values) {
        public Sent {
            values = List.copyOf(values);
        }

        /** Sends it again on another connection, and reads all that comes back. */
        public void sendAgain(Connection connection) throws SQLException, ReflectiveOperationException {
            try (var statement = connection.prepareStatement(sql)) {
                for (var value : values) {
                    value.setter().invoke(statement, value.arguments());
                }
                if (statement.execute()) {
                    readAll(statement.getResultSet());
                }
            }
        }

        private static void readAll(ResultSet rows) throws SQLException {
            var columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (var column = 1; column <= columns; column++) {
                    rows.getObject(column);
                }
            }
        }
    }

    /** How a value was set: {@code setString(1, "x")}. */
    @SuppressWarnings("ArrayRecordComponent") // handed back as it came
    public record Value(Method setter, @Nullable Object[] arguments) {}

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
        var values = new ArrayList<Value>();
        return (T) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
            var sql =
                    arguments != null && arguments.length > 0 && arguments[0] instanceof String text ? text : prepared;
            var sent = SENT.get();
            if (sent != null && method.getName().startsWith("execute")) {
                sent.add(new Sent(sql, values));
            } else if (setsAValue(method)) {
                values.removeIf(value -> Objects.equals(value.arguments()[0], arguments[0]));
                values.add(new Value(method, arguments));
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

    private static boolean setsAValue(Method method) {
        return method.getDeclaringClass() == PreparedStatement.class
                && method.getName().startsWith("set")
                && method.getParameterCount() >= 2;
    }
}
