package io.flexibleupgrades.events;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** The Javadoc of the contract's types as plain text, so that the schemas say the same. */
final class ContractJavadoc {
  private static final Path SOURCES = Path.of("src/main/java");
  private final Map<String, String> texts = new HashMap<>();

  ContractJavadoc() {
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8);
        var paths = Files.walk(SOURCES)) {
      var sources = paths.filter(path -> path.toString().endsWith(".java")).toList();
      var task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(sources));
      for (var unit : task.parse()) {
        new Collector(DocTrees.instance(task)).scan(unit, null);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns what is said of the type, empty if nothing is. */
  String of(Class<?> type) {
    return texts.getOrDefault(key(type), "");
  }

  /** Returns what is said of the record's component, empty if nothing is. */
  String of(Class<?> type, String component) {
    return texts.getOrDefault(key(type) + "#" + component, "");
  }

  private static String key(Class<?> type) {
    var outer = type.getEnclosingClass();
    return outer == null ? type.getSimpleName() : key(outer) + "." + type.getSimpleName();
  }

  private static String plain(List<? extends DocTree> words) {
    return words.stream()
        .map(word ->
            switch (word) {
              case TextTree text -> text.getBody();
              case LiteralTree literal -> literal.getBody().getBody();
              case LinkTree link -> link.getReference().getSignature().replace('#', '.');
              default -> " ";
            })
        .collect(Collectors.joining())
        .replaceAll("\\s+", " ")
        .strip();
  }

  private final class Collector extends TreePathScanner<@Nullable Void, @Nullable String> {
    private final DocTrees comments;

    Collector(DocTrees comments) {
      this.comments = comments;
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, @Nullable String outer) {
      var name = type.getSimpleName().toString();
      var key = outer == null ? name : outer + "." + name;
      DocCommentTree comment = comments.getDocCommentTree(getCurrentPath());
      if (comment != null) {
        texts.put(key, plain(comment.getFullBody()));
        for (var tag : comment.getBlockTags()) {
          if (tag instanceof ParamTree parameter) {
            texts.put(key + "#" + parameter.getName().getName(), plain(parameter.getDescription()));
          }
        }
      }
      return super.visitClass(type, key);
    }
  }
}
