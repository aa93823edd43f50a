package io.flexibleupgrades.worker.daemon;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.ClassEntry;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The surface of one class: all of it that javac reads when another module is compiled. Of private
 * members only the names of fields and classes belong to it, because they hide inherited ones.
 * Annotations of types and parameters do not: without processors javac does nothing with them.
 */
final class SurfaceText {
  private static final int OF_NO_CONCERN =
      ClassFile.ACC_SYNCHRONIZED | ClassFile.ACC_NATIVE | ClassFile.ACC_STRICT;

  private final StringBuilder text = new StringBuilder();

  SurfaceText(String name) {
    line("class", name);
  }

  /** Whether nobody outside the class file's own sources can name it. */
  static boolean isLocal(ClassModel model) {
    return model.findAttribute(Attributes.enclosingMethod()).isPresent();
  }

  void write(byte[] opaque) {
    line("opaque", HexFormat.of().formatHex(opaque));
  }

  void write(ClassModel model) {
    line("flags", Integer.toHexString(model.flags().flagsMask() & ~ClassFile.ACC_SUPER));
    line("superclass", model.superclass().map(ClassEntry::asInternalName).orElse(""));
    names("interface", model.interfaces());
    common(model);
    model
        .findAttribute(Attributes.permittedSubclasses())
        .ifPresent(permitted -> names("permits", permitted.permittedSubclasses()));
    model
        .findAttribute(Attributes.record())
        .ifPresent(record ->
            record
                .components()
                .forEach(component -> {
                  line("component", component.name().stringValue());
                  line("descriptor", component.descriptor().stringValue());
                  common(component);
                }));
    model
        .findAttribute(Attributes.innerClasses())
        .ifPresent(inner -> inner.classes().forEach(member -> memberClass(model, member)));
    model.fields().forEach(this::field);
    model.methods().forEach(this::method);
  }

  byte[] bytes() {
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  // A member class's own entry has its true flags: those of its class file know no 'private'.
  private void memberClass(ClassModel model, InnerClassInfo member) {
    var self = member.innerClass().equals(model.thisClass());
    var mine = member.outerClass().filter(model.thisClass()::equals).isPresent();
    if (self || mine) {
      line(self ? "self" : "member", member.innerClass().asInternalName());
      line("flags", Integer.toHexString(member.flagsMask()));
    }
  }

  private void field(FieldModel field) {
    int flags = field.flags().flagsMask();
    if (isSynthetic(flags)) {
      return;
    }
    line("field", field.fieldName().stringValue());
    if (isPrivate(flags)) {
      return;
    }
    line("flags", Integer.toHexString(flags));
    line("descriptor", field.fieldType().stringValue());
    common(field);
    field
        .findAttribute(Attributes.constantValue())
        .ifPresent(value -> line("constant", constant(value.constant().constantValue())));
  }

  private void method(MethodModel method) {
    int flags = method.flags().flagsMask();
    if (isSynthetic(flags) || isPrivate(flags)) {
      return;
    }
    line("method", method.methodName().stringValue());
    line("flags", Integer.toHexString(flags & ~OF_NO_CONCERN));
    line("descriptor", method.methodType().stringValue());
    common(method);
    method
        .findAttribute(Attributes.exceptions())
        .ifPresent(thrown -> names("throws", thrown.exceptions()));
    method
        .findAttribute(Attributes.annotationDefault())
        .ifPresent(value -> value("default", value.defaultValue()));
  }

  private void common(AttributedElement element) {
    element
        .findAttribute(Attributes.signature())
        .ifPresent(signature -> line("signature", signature.signature().stringValue()));
    element.findAttribute(Attributes.deprecated()).ifPresent(_ -> line("deprecated", ""));
    element
        .findAttribute(Attributes.runtimeVisibleAnnotations())
        .ifPresent(visible -> annotations(visible.annotations()));
    element
        .findAttribute(Attributes.runtimeInvisibleAnnotations())
        .ifPresent(invisible -> annotations(invisible.annotations()));
  }

  private void annotations(List<Annotation> annotations) {
    annotations.forEach(this::annotation);
  }

  private void annotation(Annotation annotation) {
    line("annotation", annotation.className().stringValue());
    annotation.elements().forEach(element -> value(element.name().stringValue(), element.value()));
    line("end", "");
  }

  private void value(String name, AnnotationValue value) {
    line("value", name);
    switch (value) {
      case AnnotationValue.OfAnnotation nested -> annotation(nested.annotation());
      case AnnotationValue.OfArray array -> {
        line("array", Integer.toString(array.values().size()));
        array.values().forEach(element -> value("", element));
      }
      case AnnotationValue.OfClass type -> line("type", type.className().stringValue());
      case AnnotationValue.OfEnum constant -> {
        line("enum", constant.className().stringValue());
        line("constant", constant.constantName().stringValue());
      }
      case AnnotationValue.OfConstant constant ->
          line("constant", value.tag() + constant(constant.resolvedValue()));
    }
  }

  // Two floating-point numbers that print alike may differ in their bits.
  private static String constant(Object value) {
    return switch (value) {
      case Double number -> "d" + Double.doubleToRawLongBits(number);
      case Float number -> "f" + Float.floatToRawIntBits(number);
      default -> value.getClass().getSimpleName() + value;
    };
  }

  private void names(String what, List<ClassEntry> classes) {
    classes.forEach(one -> line(what, one.asInternalName()));
  }

  // The length keeps two texts apart that only together read alike.
  private void line(String what, String value) {
    text.append(what).append(' ').append(value.length()).append(' ').append(value).append('\n');
  }

  private static boolean isSynthetic(int flags) {
    return (flags & ClassFile.ACC_SYNTHETIC) != 0;
  }

  private static boolean isPrivate(int flags) {
    return (flags & ClassFile.ACC_PRIVATE) != 0;
  }
}
