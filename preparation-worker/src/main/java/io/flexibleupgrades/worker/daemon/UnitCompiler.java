package io.flexibleupgrades.worker.daemon;

import io.flexibleupgrades.worker.daemon.CompileReply.Message;
import io.flexibleupgrades.worker.daemon.CompileReply.Severity;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/** Compiles units, one at a time, and stays warm between them; used by one thread. */
final class UnitCompiler implements AutoCloseable {
  private final JavaCompiler javac;
  private final JarIndexes indexes;
  private final JdkReleases releases;
  private final StandardJavaFileManager standard;

  UnitCompiler(JavaCompiler javac, JarIndexes indexes, JdkReleases releases) throws IOException {
    this.javac = javac;
    this.indexes = indexes;
    this.releases = releases;
    this.standard = javac.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
    standard.setLocation(StandardLocation.CLASS_PATH, List.of());
  }

  /** Returns what became of an order; the artifacts are written unless a member has an error. */
  CompileReply compile(CompileOrder order) throws IOException {
    var unit = new Unit(order);
    unit.unpack();
    if (unit.hasErrors()) {
      return unit.reply(null, 0);
    }
    long start = System.nanoTime();
    var jdk = releases.of(order);
    try (var classPath = new ClassPath(order.classPath(), indexes);
        var files = new UnitFiles(standard, classPath, jdk, order.members().size())) {
      var crash = run(order, unit, files, jdk != null);
      long nanos = System.nanoTime() - start;
      if (crash == null && !unit.hasErrors()) {
        unit.collect(files);
      }
      if (crash == null && !unit.hasErrors()) {
        unit.pack();
      }
      return unit.reply(crash, nanos);
    }
  }

  private @Nullable String run(CompileOrder order, Unit unit, UnitFiles files, boolean jdkIsGiven) {
    if (unit.sources.isEmpty()) {
      return null;
    }
    var said = new StringWriter();
    JavaCompiler.CompilationTask task;
    try {
      var options = CompilerOptions.of(order, jdkIsGiven);
      task = javac.getTask(said, files, unit::say, options, null, unit.sources);
    } catch (IllegalArgumentException e) {
      return "the platform's compiler options are wrong: " + e.getMessage();
    }
    try {
      boolean succeeded = task.call();
      return succeeded || unit.hasErrors() ? null : firstLines(said.toString());
    } catch (StackOverflowError _) {
      return "the source is nested too deeply for the compiler (StackOverflowError)";
    } catch (RuntimeException | LinkageError | AssertionError e) {
      return e.toString();
    }
  }

  private static String firstLines(String said) {
    if (said.contains("StackOverflowError")) {
      return "the source is nested too deeply for the compiler (StackOverflowError)";
    }
    var lines = said.lines().filter(line -> !line.isBlank()).limit(12).toList();
    return lines.isEmpty() ? "it failed without a message" : String.join("\n", lines);
  }

  @Override
  public void close() throws IOException {
    standard.close();
  }

  /** One order while it is worked on. */
  private static final class Unit {
    private final CompileOrder order;
    private final List<MemberMessages> messages = new ArrayList<>();
    private final List<Map<String, byte[]>> entriesByMember = new ArrayList<>();
    final List<SourceFile> sources = new ArrayList<>();

    Unit(CompileOrder order) {
      this.order = order;
      order.members().forEach(member -> messages.add(new MemberMessages(member.module())));
    }

    void unpack() throws IOException {
      for (int i = 0; i < order.members().size(); i++) {
        var others = new TreeMap<String, byte[]>();
        entriesByMember.add(others);
        try {
          for (var file : SourceBundle.read(Path.of(order.members().get(i).bundle())).entrySet()) {
            if (file.getKey().endsWith(".java")) {
              addSource(i, file.getKey(), file.getValue());
            } else {
              others.put(file.getKey(), file.getValue());
            }
          }
        } catch (SourceBundle.HostileBundleException e) {
          error(i, "flexup.bundle", null, String.valueOf(e.getMessage()));
        }
      }
    }

    private void addSource(int member, String path, byte[] bytes) {
      try {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        sources.add(new SourceFile(member, path, text.toString()));
      } catch (CharacterCodingException _) {
        error(member, "flexup.encoding", path, "The source is not written in UTF-8.");
      }
    }

    /** Adds the classes to the resources; a class wins over a resource of its name. */
    void collect(UnitFiles files) {
      for (int i = 0; i < order.members().size(); i++) {
        var entries = entriesByMember.get(i);
        files.outputs(i).forEach((name, file) -> entries.put(name, file.bytes()));
        var refusal = ArtifactNames.refusal(entries.keySet());
        if (refusal != null) {
          error(i, "flexup.artifact", null, refusal);
        }
      }
    }

    void pack() throws IOException {
      for (int i = 0; i < order.members().size(); i++) {
        var member = order.members().get(i);
        ArtifactJar.write(
            Path.of(member.jar()),
            member.metadata().getBytes(StandardCharsets.UTF_8),
            entriesByMember.get(i));
      }
    }

    void say(Diagnostic<? extends JavaFileObject> diagnostic) {
      var severity =
          switch (diagnostic.getKind()) {
            case ERROR -> Severity.ERROR;
            case WARNING, MANDATORY_WARNING -> Severity.WARNING;
            case NOTE, OTHER -> Severity.NOTE;
          };
      if (diagnostic.getSource() instanceof SourceFile source) {
        messages.get(source.member()).add(severity, () -> message(severity, diagnostic, source));
      } else {
        messages.forEach(all -> all.add(severity, () -> message(severity, diagnostic, null)));
      }
    }

    boolean hasErrors() {
      return messages.stream().anyMatch(member -> member.errors() > 0);
    }

    CompileReply reply(@Nullable String crash, long nanos) {
      return new CompileReply(
          order.id(), crash, nanos, messages.stream().map(MemberMessages::reply).toList());
    }

    private void error(int member, String code, @Nullable String file, String text) {
      messages
          .get(member)
          .add(Severity.ERROR, () -> new Message(Severity.ERROR, code, file, 0, 0, text, null));
    }

    private static Message message(
        Severity severity,
        Diagnostic<? extends JavaFileObject> diagnostic,
        @Nullable SourceFile source) {
      return new Message(
          severity,
          diagnostic.getCode() == null ? "compiler.misc.unknown" : diagnostic.getCode(),
          source == null ? null : source.path(),
          (int) Math.max(0, diagnostic.getLineNumber()),
          (int) Math.max(0, diagnostic.getColumnNumber()),
          diagnostic.getMessage(Locale.ROOT),
          source == null ? null : source.line(diagnostic.getLineNumber()));
    }
  }
}
