package io.tradinggym.experiments.remote;

import io.tradinggym.experiments.FileProblem;
import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.run.Run;
import io.tradinggym.experiments.run.TrialSet;
import io.tradinggym.experiments.tuning.Tuning;
import io.tradinggym.experiments.validation.CrossValidationRun;
import io.tradinggym.experiments.validation.WalkForwardRun;
import io.tradinggym.experiments.work.Receipt;
import io.tradinggym.experiments.work.Task;
import java.nio.file.Path;

/**
 * Does tasks of all commands, from the text alone: the folder that a task names holds the configuration. Nothing is
 * entered into the ledger here, who sent the task does that, and no lock is taken, who sent it holds it.
 */
public final class RemoteWork {
  private RemoteWork() {}

  /**
   * Does a task.
   *
   * @param text see {@link Task#text}
   * @return where the result is, or what its user has to put right
   * @throws RuntimeException if the machine failed, and another may do better
   */
  public static Receipt run(String text) {
    Task task = Task.read(text);
    try {
      return Receipt.of(file(task));
    } catch (UserError e) {
      if (FileProblem.isOfMachine(e)) {
        throw e;
      }
      return Receipt.failed(task.name() + ": " + e.getMessage());
    }
  }

  private static Path file(Task task) {
    Path folder = Path.of(task.folder());
    return switch (task.command()) {
      case TrialSet.COMMAND -> {
        TrialSet set = new TrialSet(task.more(), folder);
        long seed = Long.parseLong(task.name());
        set.run(seed);
        yield set.file(seed);
      }
      case Run.COMMAND -> Run.open(folder).trainOnly(Long.parseLong(task.name()));
      case Tuning.COMMAND -> Tuning.open(folder).job(task.more());
      case WalkForwardRun.COMMAND -> WalkForwardRun.open(folder).piece(task.name());
      case CrossValidationRun.COMMAND -> CrossValidationRun.open(folder).piece(task.name());
      default -> throw new IllegalArgumentException("no work of " + task.command());
    };
  }
}
