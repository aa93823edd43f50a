package io.flexibleupgrades.events;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/**
 * How the contract's types are written in JSON: identifiers, enumerations, times and durations as
 * plain text. Read strictly: a value of another JSON type is refused, and so is a message without a
 * component that cannot be null; properties that this version does not know are left out.
 */
public final class MessageJson {
  private MessageJson() {}

  /** Returns a mapper of the contract's types; thread-safe once made. */
  public static JsonMapper mapper() {
    var standard = new JacksonAnnotationIntrospector();
    return JsonMapper.builder()
        .annotationIntrospector(AnnotationIntrospector.pair(standard, new RequiredComponents()))
        .addModule(new JavaTimeModule())
        .addModule(module())
        .addModule(times())
        .addMixIn(PrepareOutcome.Result.class, ResultMixIn.class)
        .addMixIn(PreparationEvent.class, HiddenGettersMixIn.class)
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .withCoercionConfig(
            LogicalType.Textual,
            text ->
                text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
        .build();
  }

  /** Returns the Jackson module alone, for a mapper that somebody else configures. */
  public static SimpleModule module() {
    var module = new SimpleModule("flexible-upgrades");
    text(module, Digest.class, Digest::new);
    text(module, ModuleId.class, ModuleId::new);
    text(module, UnitId.class, UnitId::new);
    text(module, EnvironmentName.class, EnvironmentName::new);
    text(module, WorkerName.class, WorkerName::new);
    text(module, PlatformVersion.class, PlatformVersion::new);
    text(module, UpgradeId.class, UpgradeId::parse);
    text(module, PublishId.class, PublishId::parse);
    choice(module, EnvironmentKind.class);
    choice(module, LockPolicy.class);
    choice(module, ModuleKind.class);
    choice(module, FailureKind.class);
    choice(module, UpgradeResult.class);
    choice(module, DiagnosticKind.class);
    choice(module, SystemTask.class);
    return module;
  }

  private static SimpleModule times() {
    var module = new SimpleModule("flexible-upgrades-times");
    text(module, Instant.class, Instant::parse);
    text(module, Duration.class, Duration::parse);
    return module;
  }

  private static <E extends Enum<E>> void choice(SimpleModule module, Class<E> type) {
    text(module, type, text -> Choice.parse(type, text));
  }

  private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
    module.addSerializer(type, ToStringSerializer.instance);
    module.addDeserializer(type, new TextDeserializer<>(type, parse));
  }

  @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "result")
  @JsonSubTypes({
    @JsonSubTypes.Type(value = PrepareOutcome.Prepared.class, name = "prepared"),
    @JsonSubTypes.Type(value = PrepareOutcome.Failed.class, name = "failed"),
    @JsonSubTypes.Type(value = PrepareOutcome.Skipped.class, name = "skipped")
  })
  private interface ResultMixIn {}

  @JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
  private interface HiddenGettersMixIn {}

  private static final class TextDeserializer<T> extends FromStringDeserializer<T> {
    private static final long serialVersionUID = 1L;
    private final transient Function<String, T> parse;

    TextDeserializer(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        throw JsonMappingException.from(
            parser, "A " + _valueClass.getSimpleName() + " is written as text.");
      }
      return _deserialize(parser.getText(), context);
    }

    @Override
    protected T _deserialize(String value, DeserializationContext context)
        throws JsonMappingException {
      try {
        return parse.apply(value);
      } catch (IllegalArgumentException | DateTimeException e) {
        throw JsonMappingException.from(context, e.getMessage(), e);
      }
    }
  }
}
