package io.flexibleupgrades.worker.daemon;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * What the compiler sees of one unit: the class path's indexes, the JDK's classes of a release, and
 * memory for its output. All else is left to a standard file manager; so are the JDK's classes if
 * the compiler is given {@code --release}.
 */
final class UnitFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
    implements StandardJavaFileManager {
  private final ClassPath classPath;
  private final @Nullable JdkRelease jdk;
  private final List<Map<String, OutputFile>> outputs = new ArrayList<>();

  /**
   * Makes the files of a unit.
   *
   * @param jdk null if the compiler finds the JDK's classes itself
   */
  UnitFiles(
      StandardJavaFileManager standard,
      ClassPath classPath,
      @Nullable JdkRelease jdk,
      int members) {
    super(standard);
    this.classPath = classPath;
    this.jdk = jdk;
    for (int i = 0; i < members; i++) {
      outputs.add(new TreeMap<>());
    }
  }

  /** Returns the classes that came out of the sources of this member, by entry name. */
  Map<String, OutputFile> outputs(int member) {
    return outputs.get(member);
  }

  @Override
  public Iterable<JavaFileObject> list(
      JavaFileManager.Location location, String packageName, Set<Kind> kinds, boolean recurse)
      throws IOException {
    if (location == StandardLocation.CLASS_PATH) {
      return kinds.contains(Kind.CLASS) ? classPath.list(packageName, recurse) : List.of();
    }
    if (location instanceof JdkRelease.Module module) {
      return kinds.contains(Kind.CLASS) ? module.list(packageName, recurse) : List.of();
    }
    return isOurs(location) ? List.of() : super.list(location, packageName, kinds, recurse);
  }

  @Override
  public boolean hasLocation(JavaFileManager.Location location) {
    return location == StandardLocation.CLASS_PATH
        || isOfJdk(location)
        || (!isOurs(location) && super.hasLocation(location));
  }

  @Override
  public @Nullable String inferBinaryName(JavaFileManager.Location location, JavaFileObject file) {
    return switch (file) {
      case ClassPath.LibraryClass library -> library.binaryName();
      case JdkRelease.Signature signature -> signature.binaryName();
      case SourceFile _, OutputFile _ -> null;
      default -> super.inferBinaryName(location, file);
    };
  }

  @Override
  public boolean isSameFile(FileObject a, FileObject b) {
    return (isOurs(a) || isOurs(b)) ? a.toUri().equals(b.toUri()) : super.isSameFile(a, b);
  }

  @Override
  public boolean contains(JavaFileManager.Location location, FileObject file) throws IOException {
    return !isOurs(file) && super.contains(location, file);
  }

  @Override
  public JavaFileObject getJavaFileForOutput(
      JavaFileManager.Location location, String className, Kind kind, @Nullable FileObject sibling)
      throws IOException {
    int member = sibling instanceof SourceFile source ? source.member() : 0;
    var file = new OutputFile(className);
    outputs.get(member).put(className.replace('.', '/') + ".class", file);
    return file;
  }

  @Override
  public FileObject getFileForOutput(
      JavaFileManager.Location location,
      String packageName,
      String relativeName,
      @Nullable FileObject sibling)
      throws IOException {
    throw new IOException("The compiler writes nothing but classes here.");
  }

  @Override
  public @Nullable JavaFileObject getJavaFileForInput(
      JavaFileManager.Location location, String className, Kind kind) throws IOException {
    if (location instanceof JdkRelease.Module module) {
      return kind == Kind.CLASS ? module.file(className) : null;
    }
    return isOurs(location) ? null : super.getJavaFileForInput(location, className, kind);
  }

  @Override
  public Iterable<Set<JavaFileManager.Location>> listLocationsForModules(
      JavaFileManager.Location location) throws IOException {
    return jdk != null && isOfJdk(location)
        ? List.of(jdk.locations())
        : super.listLocationsForModules(location);
  }

  @Override
  public JavaFileManager.@Nullable Location getLocationForModule(
      JavaFileManager.Location location, String moduleName) throws IOException {
    return jdk != null && isOfJdk(location)
        ? jdk.location(moduleName)
        : super.getLocationForModule(location, moduleName);
  }

  @Override
  public @Nullable String inferModuleName(JavaFileManager.Location location) throws IOException {
    return location instanceof JdkRelease.Module module
        ? module.moduleName()
        : super.inferModuleName(location);
  }

  @Override
  public @Nullable FileObject getFileForInput(
      JavaFileManager.Location location, String packageName, String relativeName)
      throws IOException {
    return isOurs(location) ? null : super.getFileForInput(location, packageName, relativeName);
  }

  @Override
  public void close() {
    // The standard file manager below stays open for the next unit.
  }

  private boolean isOfJdk(JavaFileManager.Location location) {
    return location instanceof JdkRelease.Module
        || (jdk != null && location == StandardLocation.SYSTEM_MODULES);
  }

  private static boolean isOurs(JavaFileManager.Location location) {
    return location == StandardLocation.CLASS_PATH
        || location == StandardLocation.SOURCE_PATH
        || location == StandardLocation.CLASS_OUTPUT
        || location == StandardLocation.SOURCE_OUTPUT
        || location == StandardLocation.NATIVE_HEADER_OUTPUT
        || location == StandardLocation.ANNOTATION_PROCESSOR_PATH;
  }

  private static boolean isOurs(FileObject file) {
    return file instanceof SourceFile
        || file instanceof OutputFile
        || file instanceof JdkRelease.Signature
        || file instanceof ClassPath.LibraryClass;
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(
      Iterable<? extends File> files) {
    return fileManager.getJavaFileObjectsFromFiles(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
    return fileManager.getJavaFileObjects(files);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
    return fileManager.getJavaFileObjectsFromStrings(names);
  }

  @Override
  public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
    return fileManager.getJavaFileObjects(names);
  }

  @Override
  public void setLocation(
      JavaFileManager.Location location, @Nullable Iterable<? extends File> files)
      throws IOException {
    if (!isOurs(location)) {
      fileManager.setLocation(location, files);
    }
  }

  @Override
  public @Nullable Iterable<? extends File> getLocation(JavaFileManager.Location location) {
    return isOurs(location) ? List.of() : fileManager.getLocation(location);
  }

  @Override
  public @Nullable Iterable<? extends Path> getLocationAsPaths(JavaFileManager.Location location) {
    return isOurs(location) ? List.of() : fileManager.getLocationAsPaths(location);
  }
}
