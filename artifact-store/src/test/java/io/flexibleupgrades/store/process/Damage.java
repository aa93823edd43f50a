package io.flexibleupgrades.store.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Ways in which a stored file can go bad. */
enum Damage {
  FLIPPED_BYTE {
    @Override
    byte[] of(byte[] bytes, RandomGenerator random) {
      var damaged = bytes.clone();
      damaged[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
      return damaged;
    }
  },
  TRUNCATED {
    @Override
    byte[] of(byte[] bytes, RandomGenerator random) {
      return Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
  },
  EXTENDED {
    @Override
    byte[] of(byte[] bytes, RandomGenerator random) {
      return Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(10_000));
    }
  },
  ZERO_FILLED_TAIL {
    @Override
    byte[] of(byte[] bytes, RandomGenerator random) {
      var damaged = bytes.clone();
      // The last 22 bytes end a zip, in zeros already; before them is its directory.
      Arrays.fill(damaged, random.nextInt(bytes.length - 30), bytes.length, (byte) 0);
      return damaged;
    }
  };

  abstract byte[] of(byte[] bytes, RandomGenerator random);

  void to(Path file, RandomGenerator random) throws IOException {
    Files.write(file, of(Files.readAllBytes(file), random));
  }
}
