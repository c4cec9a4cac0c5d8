package io.tradinggym.experiments.search;

import io.jenetics.DoubleGene;
import io.jenetics.Mutator;
import io.jenetics.ext.moea.Vec;
import java.util.random.RandomGenerator;

/**
 * Moves a gene a little from where it is. (Jenetics' own {@code GaussianMutator} draws it anew around the middle of its
 * range, which throws away what was found.)
 */
final class LocalMutator extends Mutator<DoubleGene, Vec<double[]>> {
  private static final double DEVIATION = 0.1;

  LocalMutator(double rate) {
    super(rate);
  }

  @Override
  protected DoubleGene mutate(DoubleGene gene, RandomGenerator random) {
    double moved = gene.doubleValue() + DEVIATION * random.nextGaussian();
    // The range of a gene ends before 1.
    return gene.newInstance(Math.clamp(moved, 0, Math.nextDown(1.0)));
  }
}
