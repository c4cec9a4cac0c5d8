package io.tradinggym.experiments.spark;

import java.util.function.IntConsumer;
import org.apache.spark.Success$;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Counts tasks that ended well; Spark tells it on one thread. */
final class TaskCount extends SparkListener {
  private final IntConsumer done;
  private int count;

  TaskCount(IntConsumer done) {
    this.done = done;
  }

  @Override
  public void onTaskEnd(SparkListenerTaskEnd end) {
    if (end.reason() == Success$.MODULE$) {
      count++;
      done.accept(count);
    }
  }
}
