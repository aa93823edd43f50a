package io.flexibleupgrades.events;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The JSON Schema of one type of message, made from its record's components. It is open: what a
 * later version adds is no error.
 */
final class MessageSchema {
  private static final String ID = "https://flexibleupgrades.io/schemas/";
  private static final String CONTROL = "\\u0000-\\u001f\\u007f-\\u009f";
  private static final String NAME =
      "^(?![.]{1,2}$)[^ %1$s/\\\\]([^%1$s/\\\\]*[^ %1$s/\\\\])?$".formatted(CONTROL);
  private static final String ISO_DURATION =
      "^PT(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+([.][0-9]{1,9})?S)?$";

  private final WireName name;
  private final Function<Class<?>, String> descriptionOfType;
  private final BiFunction<Class<?>, String, String> descriptionOfComponent;
  private final Map<String, ObjectNode> definitions = new TreeMap<>();
  private boolean nullable;

  /**
   * @param descriptionOfType what a type is
   * @param descriptionOfComponent what a record's component is, empty if its name says all
   */
  MessageSchema(
      WireName name,
      Function<Class<?>, String> descriptionOfType,
      BiFunction<Class<?>, String, String> descriptionOfComponent) {
    this.name = name;
    this.descriptionOfType = descriptionOfType;
    this.descriptionOfComponent = descriptionOfComponent;
  }

  static String fileName(WireName name) {
    return name.text() + ".schema.json";
  }

  ObjectNode json() {
    var schema = node();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("$id", ID + fileName(name));
    schema.put("title", name.type().getSimpleName());
    schema.setAll(object(name.type()));
    if (!definitions.isEmpty()) {
      schema.putObject("$defs").setAll(definitions);
    }
    return schema;
  }

  /** Returns whether a message of this type has a component that can be null, at any depth. */
  boolean canHoldNull() {
    json();
    return nullable;
  }

  private ObjectNode object(Class<?> type) {
    var schema = described(descriptionOfType.apply(type)).put("type", "object");
    var properties = schema.putObject("properties");
    var required = schema.putArray("required");
    for (var component : type.getRecordComponents()) {
      properties.set(component.getName(), property(type, component));
      if (!isNullable(component.getAnnotatedType())) {
        required.add(component.getName());
      }
    }
    return schema.put("additionalProperties", true);
  }

  private ObjectNode property(Class<?> owner, RecordComponent component) {
    var schema = described(descriptionOfComponent.apply(owner, component.getName()));
    var value = value(component.getAnnotatedType());
    if (!isNullable(component.getAnnotatedType())) {
      return schema.setAll(value);
    }
    nullable = true;
    schema.putArray("anyOf").add(value).add(node().put("type", "null"));
    return schema;
  }

  private ObjectNode value(AnnotatedType type) {
    if (type instanceof AnnotatedParameterizedType list) {
      var items = value(list.getAnnotatedActualTypeArguments()[0]);
      return node().put("type", "array").set("items", items);
    }
    if (!(type.getType() instanceof Class<?> plain)) {
      throw new IllegalStateException("No schema for " + type);
    }
    return switch (plain.getName()) {
      case "boolean", "java.lang.Boolean" -> node().put("type", "boolean");
      case "int" -> integer(Integer.MIN_VALUE, Integer.MAX_VALUE);
      case "long" -> integer(Long.MIN_VALUE, Long.MAX_VALUE);
      case "java.lang.String" -> text();
      default -> reference(plain);
    };
  }

  private ObjectNode reference(Class<?> type) {
    var key = type.getSimpleName();
    if (!definitions.containsKey(key)) {
      definitions.put(key, node());
      definitions.put(key, definition(type));
    }
    return node().put("$ref", "#/$defs/" + key);
  }

  private ObjectNode definition(Class<?> type) {
    var text = described(descriptionOfType.apply(type)).put("type", "string");
    if (type.isEnum()) {
      var values = text.putArray("enum");
      Arrays.stream(type.getEnumConstants()).map(Object::toString).forEach(values::add);
      return text;
    }
    if (type == PrepareOutcome.Result.class) {
      return oneOf(type);
    }
    if (type == Digest.class) {
      return text.put("pattern", "^[0-9a-f]{64}$");
    }
    if (type == PlatformVersion.class) {
      return text.put("pattern", "^[0-9]{1,9}([.][0-9]{1,9}){1,3}$");
    }
    if (type == UpgradeId.class || type == PublishId.class || type == UUID.class) {
      return text.put("format", "uuid");
    }
    if (type == Instant.class) {
      return text.put("description", "A point in time, RFC 3339.").put("format", "date-time");
    }
    if (type == Duration.class) {
      return text.put("description", "A duration, ISO 8601.").put("pattern", ISO_DURATION);
    }
    if (List.of(ModuleId.class, UnitId.class, EnvironmentName.class, WorkerName.class)
        .contains(type)) {
      return text.put("minLength", 1).put("maxLength", Names.LONGEST).put("pattern", NAME);
    }
    return object(type);
  }

  private ObjectNode oneOf(Class<?> sealed) {
    var schema = described(descriptionOfType.apply(sealed));
    var choices = schema.putArray("oneOf");
    for (var choice : sealed.getPermittedSubclasses()) {
      var one = node().put("title", choice.getSimpleName());
      one.setAll(object(choice));
      var tag = choice.getSimpleName().toLowerCase(Locale.ROOT);
      one.withObject("/properties").putObject("result").put("const", tag);
      one.withArray("/required").add("result");
      choices.add(one);
    }
    return schema;
  }

  private static boolean isNullable(AnnotatedType type) {
    return type.isAnnotationPresent(Nullable.class);
  }

  private static ObjectNode integer(long least, long most) {
    return node().put("type", "integer").put("minimum", least).put("maximum", most);
  }

  private static ObjectNode text() {
    return node().put("type", "string");
  }

  private static ObjectNode described(String description) {
    return description.isEmpty() ? node() : node().put("description", description);
  }

  private static ObjectNode node() {
    return JsonNodeFactory.instance.objectNode();
  }
}
