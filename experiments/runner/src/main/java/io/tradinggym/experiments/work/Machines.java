package io.tradinggym.experiments.work;

import java.util.List;
import java.util.function.IntConsumer;

/** Machines that do tasks, such as a Spark cluster. */
public interface Machines extends AutoCloseable {
  /**
   * Does all tasks, in any order, each at least once: one that was lost with its machine is done again by another.
   *
   * @param tasks see {@link Task#text}
   * @param done is told how many are done
   * @return receipts in the order of the tasks
   * @throws io.tradinggym.experiments.UserError if the machines cannot be used
   */
  List<Receipt> run(List<String> tasks, IntConsumer done);

  @Override
  void close();
}
