package io.flexibleupgrades.cli.factory;

import io.flexibleupgrades.cli.bundle.Bundle;
import io.flexibleupgrades.cli.bundle.RefusedFolderException;
import io.flexibleupgrades.cli.bundle.ScratchFolder;
import io.flexibleupgrades.cli.bundle.SourceTree;
import io.flexibleupgrades.cli.command.CommandFailedException;
import io.flexibleupgrades.cli.command.InterruptedCommandException;
import io.flexibleupgrades.cli.http.ApiPath;
import io.flexibleupgrades.cli.http.RefusedException;
import io.flexibleupgrades.cli.http.ServiceClient;
import io.flexibleupgrades.cli.terminal.StepProgress;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/** Brings the sources of modules into the store, a few at a time; only what it does not have. */
final class SourceUpload {
  private static final int AT_A_TIME = 8;
  private static final int BAD_REQUEST = 400;
  private static final int TOO_LARGE = 413;
  private static final int UNPROCESSABLE = 422;

  private final ServiceClient store;
  private final Path factory;
  private final Semaphore places = new Semaphore(AT_A_TIME);

  SourceUpload(ServiceClient store, Path factory) {
    this.store = store;
    this.factory = factory;
  }

  /** Returns how each module is to be registered, in the same order. */
  List<Registration> upload(List<FoundModule> modules, StepProgress progress) {
    try (var scratch = new ScratchFolder();
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var uploads = new ArrayList<Future<Registration>>();
      for (var module : modules) {
        uploads.add(
            threads.submit(() -> {
              var registration = upload(module, scratch.path());
              progress.advance();
              return registration;
            }));
      }
      try {
        return all(uploads);
      } catch (RuntimeException e) {
        threads.shutdownNow();
        throw e;
      }
    }
  }

  private static List<Registration> all(List<Future<Registration>> uploads) {
    var registrations = new ArrayList<Registration>();
    for (var upload : uploads) {
      try {
        registrations.add(upload.get());
      } catch (ExecutionException e) {
        if (e.getCause() instanceof CommandFailedException failure) {
          throw failure;
        }
        throw new IllegalStateException("An upload ended unexpectedly.", e.getCause());
      } catch (InterruptedException e) {
        throw new InterruptedCommandException("uploading sources", e);
      }
    }
    return registrations;
  }

  private Registration upload(FoundModule module, Path scratch) throws InterruptedException {
    return switch (module) {
      case FoundModule.Defective defective -> Registration.of(defective);
      case FoundModule.Sound sound -> {
        places.acquire();
        try {
          yield uploadSources(sound, scratch);
        } catch (RefusedFolderException e) {
          yield defective(sound, e.file(), e.what(), e.remedy());
        } finally {
          places.release();
        }
      }
    };
  }

  private Registration uploadSources(FoundModule.Sound module, Path scratch) {
    var tree = SourceTree.of(module.sources());
    var zip = temporary(scratch);
    try {
      var bundle = Bundle.write(tree.files(), zip);
      var path = ApiPath.of("blobs", "sha256", bundle.digest());
      boolean known = store.has(path);
      if (!known) {
        store.upload(path, zip);
      }
      return new Registration(module, bundle.digest(), tree.bytes(), !known);
    } catch (RefusedException e) {
      if (e.status() == BAD_REQUEST || e.status() == TOO_LARGE || e.status() == UNPROCESSABLE) {
        return defective(
            module, module.sources(), "The artifact store refuses its sources.", e.detail());
      }
      throw e;
    } catch (FileNotFoundException e) {
      throw new CommandFailedException("The temporary file " + zip + " is gone; try again.", e);
    } finally {
      delete(zip);
    }
  }

  private Registration defective(FoundModule.Sound module, Path file, String what, String remedy) {
    var where = factory.relativize(file).toString();
    return Registration.of(module.because(new Defect(module.name().value(), where, what, remedy)));
  }

  private static Path temporary(Path scratch) {
    try {
      return Files.createTempFile(scratch, "bundle-", ".zip");
    } catch (IOException e) {
      throw new UncheckedIOException("No temporary file can be made in " + scratch + ".", e);
    }
  }

  private static void delete(Path zip) {
    try {
      Files.deleteIfExists(zip);
    } catch (IOException e) {
      throw new UncheckedIOException("The temporary file " + zip + " cannot be removed.", e);
    }
  }
}
