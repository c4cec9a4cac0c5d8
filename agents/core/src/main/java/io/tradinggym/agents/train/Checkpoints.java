package io.tradinggym.agents.train;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.agents.nn.ParameterFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Saves the learner's whole state as the run goes on, each time in place of the last, and resumes from it by itself when
 * the same run is started again: the result has the same bits as one that was never interrupted.
 */
public final class Checkpoints implements Callback {
  private static final String BLOCK = "learner";
  private static final int VERSION = 1;

  private final Path folder;
  private final Path file;
  private final int count;
  private long nextAt;

  /**
   * Checkpoints in a folder.
   *
   * @param folder made if it is missing; holds {@code checkpoint}
   * @param count how many, evenly spaced over the run, &gt;= 1
   */
  public Checkpoints(Path folder, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("count must be >= 1, was " + count);
    }
    this.folder = folder;
    this.file = folder.resolve("checkpoint");
    this.count = count;
  }

  /** Where they are. */
  Path folder() {
    return folder;
  }

  @Override
  public void started(TrainingRun run) {
    try {
      Files.createDirectories(folder);
      if (Files.exists(file)) {
        load(file, run);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use checkpoint " + file + ": " + e.getMessage(), e);
    }
    schedule(run);
  }

  @Override
  public boolean iterated(TrainingRun run) {
    if (run.learner().steps() >= nextAt) {
      try {
        save(file, run);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "cannot write checkpoint " + file + ": " + e.getMessage(), e);
      }
      schedule(run);
    }
    return true;
  }

  private void schedule(TrainingRun run) {
    long spacing = Math.max(1, run.totalSteps() / count);
    nextAt = (run.learner().steps() / spacing + 1) * spacing;
  }

  /** Writes the state of a run. */
  public static void save(Path file, TrainingRun run) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream body = new DataOutputStream(bytes);
    body.writeUTF(run.algorithm().name());
    body.writeLong(run.totalSteps());
    body.writeLong(run.seed());
    run.learner().save(body);
    ByteArrayOutputStream framed = new ByteArrayOutputStream();
    FramedBlock.write(new DataOutputStream(framed), BLOCK, VERSION, bytes.toByteArray());
    ParameterFile.replace(file, framed.toByteArray());
  }

  /**
   * Restores the state of a run that was started with the same algorithm, settings, environments and seed.
   *
   * @throws ModelFormatException if the file is damaged, of another version or of another run
   */
  public static void load(Path file, TrainingRun run) throws IOException {
    try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
      DataInputStream body =
          new DataInputStream(new ByteArrayInputStream(FramedBlock.read(in, BLOCK, VERSION)));
      requireSame("algorithm", body.readUTF(), run.algorithm().name());
      requireSame("number of steps", body.readLong(), run.totalSteps());
      requireSame("seed", body.readLong(), run.seed());
      run.learner().restore(body);
      if (body.available() > 0) {
        throw new ModelFormatException(
            "the checkpoint holds " + body.available() + " bytes too many for this run");
      }
    } catch (ModelFormatException e) {
      throw new ModelFormatException(file + ": " + e.getMessage(), e);
    } catch (java.io.EOFException e) {
      throw new ModelFormatException(
          file + ": the checkpoint was made for a run of another shape", e);
    }
  }

  private static void requireSame(String what, Object found, Object wanted)
      throws ModelFormatException {
    if (!found.equals(wanted)) {
      throw new ModelFormatException(
          "the checkpoint belongs to another run: " + what + " " + found + ", not " + wanted);
    }
  }
}
