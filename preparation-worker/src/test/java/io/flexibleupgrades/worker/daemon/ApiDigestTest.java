package io.flexibleupgrades.worker.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.spi.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDigestTest {
  private static final String SOURCE =
      """
      package a;
      public class A<T extends Number> implements java.io.Serializable {
        public static final int SIZE = 1;
        public static final double RATIO = 0.0;
        private int hidden;
        int count;
        public A(T first) { Runnable task = () -> {}; new Object() {}; }
        protected String name(int n) throws java.io.IOException { return "x" + n; }
        private void inner(int n) {}
        @Deprecated public void old() {}
        public synchronized void safe() { class Local {} }
        public enum Colour { RED, GREEN }
        private static class Secret { void tell() {} }
        public sealed interface Shape permits Square, Circle {}
        public record Square(int side) implements Shape {}
        public record Circle(int radius) implements Shape {}
        public @interface Mark {
          int value() default 1;
          Class<?> type() default Object.class;
          Deprecated[] nested() default {};
          Colour colour() default Colour.RED;
        }
        public static abstract class Base { public abstract int size(); }
      }
      """;

  @TempDir Path folder = Path.of("");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"x\" + n                 | \"y\" + n + n",
        "private void inner(int n) | private void other(long n)",
        "private int hidden        | private String hidden",
        "new Object() {}           | new Object() { int more; }",
        "() -> {}                  | () -> System.out.println()",
        "class Local {}            | class Other { int more; }",
        "public synchronized void  | public void",
        "public class A            | @SuppressWarnings(\"serial\") public class A"
      })
  void isTheSameWhateverIsInside(String from, String to) throws IOException {
    assertThat(digest(changed(from, to))).isEqualTo(digest(SOURCE));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "SIZE = 1                   | SIZE = 2",
        "RATIO = 0.0                | RATIO = -0.0",
        "private int hidden         | private int name",
        "int count                  | long count",
        "int count                  | protected int count",
        "int count                  | final int count = 3",
        "A(T first)                 | A(Object first)",
        "T extends Number           | T extends Integer",
        "implements java.io.Seriali | implements Cloneable, java.io.Seriali",
        "public class A             | public abstract class A",
        "throws java.io.IOException | throws java.io.FileNotFoundException",
        "protected String name      | public String name",
        "String name(int n)         | String name(int... n)",
        "@Deprecated                | @Deprecated(forRemoval = true)",
        "@Deprecated                | ' '",
        "RED, GREEN                 | RED, BLUE",
        "private static class       | protected static class",
        "class Secret               | class Mystery",
        "permits Square, Circle     | permits Circle, Square",
        "record Square(int side)    | record Square(int edge)",
        "default 1                  | default 2",
        "Object.class               | String.class",
        "nested() default {}        | nested() default @Deprecated(since = \"1\")",
        "Colour.RED                 | Colour.GREEN",
        "abstract int size();       | int size() { return 0; }"
      })
  void isAnotherWhenACompilerCanSeeTheChange(String from, String to) throws IOException {
    assertThat(digest(changed(from, to))).isNotEqualTo(digest(SOURCE));
  }

  @Test
  void doesNotDependOnDebugInformation() throws IOException {
    assertThat(digest(SOURCE, "-g")).isEqualTo(digest(SOURCE, "-g:none"));
  }

  @Test
  void countsEveryByteOfWhatIsNoClassFile() {
    var one = ApiDigest.of(Map.of("a/A.class", new byte[] {1}));

    assertThat(ApiDigest.of(Map.of("a/A.class", new byte[] {2}))).isNotEqualTo(one);
    assertThat(
            ApiDigest.of(
                Map.of(
                    "a/A.class",
                    new byte[] {1},
                    "a/text",
                    new byte[0],
                    "META-INF/B.class",
                    new byte[0])))
        .isEqualTo(one);
    assertThat(ApiDigest.of(Map.of("a/B.class", new byte[] {1}))).isNotEqualTo(one);
  }

  private static String changed(String from, String to) {
    assertThat(SOURCE).contains(from);
    return SOURCE.replace(from, to);
  }

  private String digest(String source, String... options) throws IOException {
    var round = Files.createTempDirectory(folder, "round");
    var file = Files.writeString(round.resolve("A.java"), source);
    var arguments = new ArrayList<>(List.of(options));
    arguments.addAll(List.of("-d", round.toString(), file.toString()));
    var said = new StringWriter();
    var printer = new PrintWriter(said);
    var javac = ToolProvider.findFirst("javac").orElseThrow();
    assertThat(javac.run(printer, printer, arguments.toArray(String[]::new)))
        .as("%s", said)
        .isZero();
    var classes = new TreeMap<String, byte[]>();
    try (var files = Files.walk(round)) {
      for (var made : files.filter(Files::isRegularFile).toList()) {
        classes.put(round.relativize(made).toString(), Files.readAllBytes(made));
      }
    }
    return ApiDigest.of(classes);
  }
}
