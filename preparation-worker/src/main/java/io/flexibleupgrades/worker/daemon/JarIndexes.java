package io.flexibleupgrades.worker.daemon;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The indexes of the jars seen lately, by the key of their bytes. Thread-safe. */
final class JarIndexes {
  private static final int MOST = 16_384;
  private final Map<String, JarIndex> byKey = new LinkedHashMap<>(64, 0.75f, true);

  JarIndex of(CompileOrder.ClassPathJar jar) throws IOException {
    var known = known(jar.key());
    if (known != null) {
      return known;
    }
    var index = JarIndex.of(jar.file());
    remember(jar.key(), index);
    return index;
  }

  private synchronized @Nullable JarIndex known(String key) {
    return byKey.get(key);
  }

  private synchronized void remember(String key, JarIndex index) {
    byKey.put(key, index);
    if (byKey.size() > MOST) {
      var eldest = byKey.keySet().iterator();
      eldest.next();
      eldest.remove();
    }
  }
}
