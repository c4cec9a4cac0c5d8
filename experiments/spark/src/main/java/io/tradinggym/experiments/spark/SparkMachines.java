package io.tradinggym.experiments.spark;

import io.tradinggym.experiments.UserError;
import io.tradinggym.experiments.work.Machines;
import io.tradinggym.experiments.work.Receipt;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkException;
import org.apache.spark.api.java.JavaSparkContext;

/**
 * A Spark application: one task of Spark's for each of ours, so that a lost machine costs what it had under way.
 *
 * <p>Executors have this process's class path, which lies, as the results do, in a folder that all machines share.
 * What the user sets for Spark with {@code -Dspark...=...} goes before what is set here.
 */
final class SparkMachines implements Machines {
  private static final String EXECUTOR_JVM =
      "--add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED"
          + " --sun-misc-unsafe-memory-access=allow -XX:-UsePerfData";

  /** Trainings fail for reasons of their machine, such as too little memory, or for good; four times is for good. */
  private static final String FAILURES = "4";

  private final String address;
  private final JavaSparkContext context;

  private SparkMachines(String address, JavaSparkContext context) {
    this.address = address;
    this.context = context;
  }

  static SparkMachines open(String address) {
    SparkConf conf =
        new SparkConf()
            .setMaster(address)
            .setIfMissing("spark.app.name", "Trading Gym")
            .setIfMissing("spark.ui.enabled", "false")
            .setIfMissing("spark.executor.cores", "1")
            .setIfMissing("spark.executor.memory", "1g")
            .setIfMissing("spark.executor.extraJavaOptions", EXECUTOR_JVM)
            .setIfMissing("spark.executor.extraClassPath", ClassPath.all())
            .setIfMissing("spark.task.maxFailures", FAILURES)
            .setIfMissing("spark.scheduler.minRegisteredResourcesRatio", "0");
    try {
      return new SparkMachines(address, new JavaSparkContext(conf));
    } catch (RuntimeException e) {
      throw new UserError("cannot use " + address + ": " + e.getMessage(), e);
    }
  }

  @Override
  public List<Receipt> run(List<String> tasks, IntConsumer done) {
    if (tasks.isEmpty()) {
      return List.of();
    }
    TaskCount count = new TaskCount(done);
    context.sc().addSparkListener(count);
    try {
      return context.parallelize(tasks, tasks.size()).map(new DoTask()).collect();
    } catch (RuntimeException e) {
      throw new UserError("the work on " + address + " failed: " + first(e), e);
    } catch (Exception e) {
      // Scala declares none: collect throws it all the same.
      if (e instanceof SparkException) {
        throw new UserError("the work on " + address + " failed: " + first(e), e);
      }
      throw new IllegalStateException(e);
    } finally {
      context.sc().removeSparkListener(count);
    }
  }

  private static String first(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  @Override
  public void close() {
    context.close();
  }
}
