package vn.partyregister.platform;

import java.lang.reflect.Constructor;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;
import org.springframework.core.MethodParameter;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.TypeDescriptor;
import org.springframework.core.convert.support.DefaultConversionService;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.JdbcUtils;

/**
 * Rows as records: the column {@code from_name} is the component {@code fromName}.
 *
 * <p>Spring's own mapper asks for {@code fromname} first, and the driver answers with an exception, for each such value of
 * each row: a list of fifty people threw hundreds. Here the name with its underscores is asked for.
 */
public final class RecordRows<T extends Record> implements RowMapper<T> {
    private static final ConversionService CONVERSION = DefaultConversionService.getSharedInstance();

    private final Constructor<T> constructor;
    private final String[] columns;
    private final TypeDescriptor[] types;

    public RecordRows(Class<T> type) {
        this.constructor = BeanUtils.getResolvableConstructor(type);
        var components = type.getRecordComponents();
        this.columns = new String[components.length];
        this.types = new TypeDescriptor[components.length];
        for (var i = 0; i < components.length; i++) {
            columns[i] = JdbcUtils.convertPropertyNameToUnderscoreName(components[i].getName());
            types[i] = new TypeDescriptor(new MethodParameter(constructor, i));
        }
    }

    @Override
    public T mapRow(ResultSet row, int number) throws SQLException {
        var values = new @Nullable Object[columns.length];
        for (var i = 0; i < columns.length; i++) {
            values[i] = value(row, row.findColumn(columns[i]), types[i]);
        }
        return BeanUtils.instantiateClass(constructor, values);
    }

    private static @Nullable Object value(ResultSet row, int column, TypeDescriptor type) throws SQLException {
        var value = JdbcUtils.getResultSetValue(row, column, type.getType());
        return type.getType().isInstance(value) ? value : CONVERSION.convert(value, type);
    }
}
