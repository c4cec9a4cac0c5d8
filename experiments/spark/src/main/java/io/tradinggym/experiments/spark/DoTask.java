package io.tradinggym.experiments.spark;

import io.tradinggym.experiments.remote.RemoteWork;
import io.tradinggym.experiments.work.Receipt;
import org.apache.spark.api.java.function.Function;

/** What an executor does with a task; it holds nothing, so that nothing but texts travels. */
final class DoTask implements Function<String, Receipt> {
  private static final long serialVersionUID = 1;

  @Override
  public Receipt call(String task) {
    return RemoteWork.run(task);
  }
}
