package io.tradinggym.experiments.spark;

import io.tradinggym.experiments.work.Machines;
import io.tradinggym.experiments.work.MachinesProvider;
import java.util.regex.Pattern;

/** Knows the addresses of Spark: masters of a cluster, and threads of this process that work as one. */
public final class SparkMachinesProvider implements MachinesProvider {
  private static final Pattern ADDRESS =
      Pattern.compile("(spark|k8s)://\\S+|yarn|local|local\\[(\\d+|\\*)(,\\d+)?]");

  /** Made by the service loader. */
  public SparkMachinesProvider() {}

  @Override
  public boolean knows(String address) {
    return ADDRESS.matcher(address).matches();
  }

  @Override
  public String addresses() {
    return "spark://HOST:PORT or local[N]";
  }

  @Override
  public Machines open(String address) {
    return SparkMachines.open(address);
  }
}
