package io.tradinggym.agents.train;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.agents.nn.ParameterFile;
import io.tradinggym.agents.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Saves the learner's whole state as the run goes on, each time in place of the last, and resumes from it by itself
 * when the same run is started again: the result has the same bits as one that was never interrupted.
 */
public final class Checkpoints implements Callback {
  private static final String BLOCK = "learner";
  private static final int VERSION = 2;

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
      removeLeftovers();
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
      saveNow(run);
      schedule(run);
    }
    return true;
  }

  /** Saves between the times that were agreed on, because the run is being stopped. */
  void saveNow(TrainingRun run) {
    try {
      save(file, run);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "cannot write checkpoint "
              + file
              + " at step "
              + run.learner().steps()
              + ": "
              + e.getMessage()
              + (Files.exists(file) ? "; the one before it is intact" : ""),
          e);
    }
  }

  /** Half-written files of a run that was killed while it saved. */
  private void removeLeftovers() throws IOException {
    for (String mine : List.of("checkpoint", "best.policy", "evaluations.csv")) {
      try (DirectoryStream<Path> leftovers = Files.newDirectoryStream(folder, mine + ".*.tmp")) {
        for (Path leftover : leftovers) {
          Files.delete(leftover);
        }
      }
    }
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
    Policy policy = run.learner().policy();
    writeText(body, policy.observationSpace().toJson());
    writeText(body, policy.actionSpace().toJson());
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
      Policy policy = run.learner().policy();
      requireSame("observation space", readText(body), policy.observationSpace().toJson());
      requireSame("action space", readText(body), policy.actionSpace().toJson());
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

  /** Spaces of many assets exceed the 64 KiB of writeUTF. */
  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
  }

  private static void requireSame(String what, Object found, Object wanted)
      throws ModelFormatException {
    if (!found.equals(wanted)) {
      throw new ModelFormatException(
          "the checkpoint belongs to another run: " + what + " " + found + ", not " + wanted);
    }
  }
}
