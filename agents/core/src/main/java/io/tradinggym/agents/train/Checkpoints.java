package io.tradinggym.agents.train;

import io.tradinggym.agents.nn.FramedBlock;
import io.tradinggym.agents.nn.ModelFormatException;
import io.tradinggym.api.Resumable;
import io.tradinggym.api.VectorEnvironment;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Saves the learner's whole state as the run goes on and when it ends, each time in place of the last, and resumes from
 * it by itself when the same run is started again: the result has the same bits as one that was never interrupted.
 *
 * <p>A checkpoint is bound to its run: every setting of the algorithm, seed, and the environment with its options;
 * under any other it is refused by name. The one thing that may change is the number of steps, upwards: {@code
 * steps(1000)} and later {@code steps(2000)} end where 2,000 from the start do, unless a setting changes with the
 * progress of the training (a falling learning rate), which is refused with that reason. Evaluations on the way are
 * spaced by the number of steps, so the best of them is then chosen among others.
 *
 * <p>Callbacks of the run that are {@link Resumable} are saved and restored with it. Environments that are not make no
 * checkpoints; a line says so.
 */
public final class Checkpoints implements Callback {
  private final Path folder;
  private final Path file;
  private final int count;
  private List<Callback> others = List.of();
  private boolean able;
  private long nextAt;
  private long savedAt;

  /**
   * Checkpoints in a folder.
   *
   * @param folder made if it is missing; holds the file {@code checkpoint}
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

  /** Others of the same run, whose state is kept with it if they have one. */
  void keep(List<Callback> callbacks) {
    others = List.copyOf(callbacks);
  }

  @Override
  public void started(TrainingRun run) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the folder " + folder + ": " + e.getMessage(), e);
    }
    VectorEnvironment envs = run.envs();
    able = envs == null || envs.resumable();
    if (envs != null && !able) {
      System.err.println(
          envs.spec().id()
              + " is not Resumable: this training makes no checkpoints, and starts anew when it is"
              + " interrupted");
      return;
    }
    savedAt = -1;
    try {
      removeLeftovers();
      if (Files.exists(file)) {
        load(file, run, others);
        savedAt = run.learner().steps();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot use checkpoint " + file + ": " + e.getMessage(), e);
    }
    schedule(run);
  }

  @Override
  public boolean iterated(TrainingRun run) {
    if (run.learner().steps() >= nextAt && run.learner().steps() < run.totalSteps()) {
      saveNow(run);
      schedule(run);
    }
    return true;
  }

  /** Whoever stopped the run, it goes on from where it stands. */
  @Override
  public void completed(TrainingRun run) {
    if (run.learner().steps() != savedAt) {
      saveNow(run);
    }
  }

  private void saveNow(TrainingRun run) {
    if (!able) {
      return;
    }
    try {
      save(file, run, others);
      savedAt = run.learner().steps();
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

  /**
   * Writes the state of a run.
   *
   * @param file written anew, in place of one that may be there
   * @param run whose algorithm, environments and learner are written
   * @throws IOException if it cannot be written
   */
  public static void save(Path file, TrainingRun run) throws IOException {
    save(file, run, List.of());
  }

  private static void save(Path file, TrainingRun run, List<Callback> callbacks)
      throws IOException {
    CheckpointFile.write(
        file,
        out -> {
          RunIdentity.write(out, RunIdentity.of(run));
          out.writeLong(run.totalSteps());
          run.learner().save(out);
          saveStates(out, callbacks);
        });
  }

  /** State by class, in the order of the callbacks; a class more often than once in the order it was given. */
  private static void saveStates(DataOutputStream out, List<Callback> callbacks)
      throws IOException {
    for (Callback callback : callbacks) {
      if (callback instanceof Resumable resumable) {
        ByteArrayOutputStream state = new ByteArrayOutputStream();
        resumable.save(new DataOutputStream(state));
        out.writeBoolean(true);
        out.writeUTF(callback.getClass().getName());
        out.writeInt(state.size());
        state.writeTo(out);
      }
    }
    out.writeBoolean(false);
  }

  /** What nobody asks for any more is passed over; who was not there before starts fresh. */
  private static void restoreStates(DataInputStream in, List<Callback> callbacks)
      throws IOException {
    List<Callback> waiting = new ArrayList<>(callbacks);
    while (in.readBoolean()) {
      String name = in.readUTF();
      byte[] state = FramedBlock.bytes(in, in.readInt());
      for (Callback callback : waiting) {
        if (callback instanceof Resumable resumable && callback.getClass().getName().equals(name)) {
          resumable.restore(new DataInputStream(new ByteArrayInputStream(state)));
          waiting.remove(callback);
          break;
        }
      }
    }
  }

  /**
   * Restores the state of a run that was started with the same algorithm, settings, environments and seed. It may have
   * been asked for fewer steps, if no setting changes with the progress of the training.
   *
   * @param file that is read
   * @param run started and not yet advanced; its learner is changed
   * @throws ModelFormatException if the file is damaged, of another version or of another run, naming what differs
   * @throws IOException if the file cannot be read
   */
  public static void load(Path file, TrainingRun run) throws IOException {
    load(file, run, List.of());
  }

  private static void load(Path file, TrainingRun run, List<Callback> callbacks)
      throws IOException {
    try {
      CheckpointFile.read(
          file,
          in ->
              FramedBlock.contents(
                  "checkpoint",
                  () -> {
                    RunIdentity.requireSame(RunIdentity.read(in), RunIdentity.of(run));
                    RunIdentity.requireLength(run, in.readLong());
                    run.learner().restore(in);
                    restoreStates(in, callbacks);
                    return run;
                  }));
    } catch (ModelFormatException e) {
      throw new ModelFormatException(file + ": " + e.getMessage(), e);
    }
  }
}
