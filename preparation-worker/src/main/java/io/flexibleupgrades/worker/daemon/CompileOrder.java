package io.flexibleupgrades.worker.daemon;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit that the daemon is to compile.
 *
 * @param id given by the worker, returned in the reply
 * @param release Java release of the platform
 * @param options of the platform, for the compiler
 * @param classPath in order; the first jar that has a class wins
 */
public record CompileOrder(
    long id,
    int release,
    List<String> options,
    List<Member> members,
    List<ClassPathJar> classPath) {
  public CompileOrder {
    options = List.copyOf(options);
    members = List.copyOf(members);
    classPath = List.copyOf(classPath);
  }

  /**
   * One module of the unit.
   *
   * @param bundle file that holds its source bundle
   * @param jar file to write its artifact to
   * @param metadata the artifact's own description, JSON
   */
  public record Member(String module, String bundle, String jar, String metadata) {}

  /**
   * A jar on the class path.
   *
   * @param key names these bytes; an index made of them is good for ever
   * @param file where they are
   */
  public record ClassPathJar(String key, String file) {}

  /** Writes the order as one frame. */
  public void writeTo(DataOutputStream stream) throws IOException {
    Frame.write(
        stream,
        out -> {
          out.writeLong(id);
          out.writeInt(release);
          out.writeInt(options.size());
          for (var option : options) {
            Frame.text(out, option);
          }
          out.writeInt(members.size());
          for (var member : members) {
            Frame.text(out, member.module());
            Frame.text(out, member.bundle());
            Frame.text(out, member.jar());
            Frame.text(out, member.metadata());
          }
          out.writeInt(classPath.size());
          for (var jar : classPath) {
            Frame.text(out, jar.key());
            Frame.text(out, jar.file());
          }
        });
  }

  /** Returns the next order, null if the worker has closed the stream. */
  static @Nullable CompileOrder readFrom(DataInputStream stream) throws IOException {
    var in = Frame.read(stream);
    if (in == null) {
      return null;
    }
    return new CompileOrder(
        in.readLong(),
        in.readInt(),
        Frame.list(in, Frame::text),
        Frame.list(
            in, _ -> new Member(Frame.text(in), Frame.text(in), Frame.text(in), Frame.text(in))),
        Frame.list(in, _ -> new ClassPathJar(Frame.text(in), Frame.text(in))));
  }
}
