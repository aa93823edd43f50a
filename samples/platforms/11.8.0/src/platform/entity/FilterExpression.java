package platform.entity;

import java.lang.reflect.Method;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One comparison of a row's field with a constant, read from text. */
record FilterExpression(String field, String operator, String value) {
  private static final Pattern SYNTAX =
      Pattern.compile("\\s*(\\w+)\\s*(<>|<=|>=|=|<|>)\\s*(.+?)\\s*");

  static FilterExpression parse(String expression) {
    Matcher matcher = SYNTAX.matcher(expression);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a filter expression: '" + expression + "'.");
    }
    return new FilterExpression(matcher.group(1), matcher.group(2), matcher.group(3));
  }

  boolean matches(Object row) {
    Object actual = read(row);
    int order =
        actual instanceof Number number
            ? Long.compare(number.longValue(), Long.parseLong(value))
            : actual.toString().compareTo(value);
    return switch (operator) {
      case "=" -> order == 0;
      case "<>" -> order != 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      default -> order >= 0;
    };
  }

  private Object read(Object row) {
    try {
      Method accessor = row.getClass().getDeclaredMethod(field);
      accessor.setAccessible(true);
      return accessor.invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "Rows of type " + row.getClass().getSimpleName() + " have no field '" + field + "'.", e);
    }
  }
}
