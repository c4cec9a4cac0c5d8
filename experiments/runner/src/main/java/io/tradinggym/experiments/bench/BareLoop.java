package io.tradinggym.experiments.bench;

/**
 * CartPole's physics in a loop, and nothing around it: no environment, no observation, no reward, no action but a bit
 * of a hash. What this machine does in an hour like this one; the figures of environments are told in it, since ratios
 * hold on other machines and absolute figures don't.
 */
final class BareLoop implements Workload {
  private static final double TAU = 0.02;
  private static final double TOTAL_MASS = 1.1;
  private static final double POLE_MOMENT = 0.05;
  private static final double POSITION_LIMIT = 2.4;
  private static final double ANGLE_LIMIT = 12 * 2 * Math.PI / 360;

  /** Knuth's, modulo 2^64. */
  private static final long MULTIPLIER = 6364136223846793005L;

  private static final long INCREMENT = 1442695040888963407L;
  private static final double TO_UNIT = 0x1p-53;

  private long bits = 1;
  private double x;
  private double speed;
  private double angle;
  private double spin;

  /** Poles that have fallen; read, so that nothing is left out. */
  private long fallen;

  @Override
  public void run(long steps) {
    long hash = bits;
    double at = x;
    double moving = speed;
    double leaning = angle;
    double turning = spin;
    for (long i = 0; i < steps; i++) {
      hash = hash * MULTIPLIER + INCREMENT;
      double force = hash < 0 ? -10 : 10;
      double sin = Math.sin(leaning);
      double cos = Math.cos(leaning);
      double pull = (force + POLE_MOMENT * turning * turning * sin) / TOTAL_MASS;
      double acceleration =
          (9.8 * sin - cos * pull) / (0.5 * (4.0 / 3.0 - 0.1 * cos * cos / TOTAL_MASS));
      double push = pull - POLE_MOMENT * acceleration * cos / TOTAL_MASS;
      at += TAU * moving;
      moving += TAU * push;
      leaning += TAU * turning;
      turning += TAU * acceleration;
      if (Math.abs(at) > POSITION_LIMIT || Math.abs(leaning) > ANGLE_LIMIT) {
        fallen++;
        double start = ((hash >>> 11) * TO_UNIT - 0.5) * 0.1;
        at = start;
        moving = -start;
        leaning = start;
        turning = -start;
      }
    }
    bits = hash;
    x = at;
    speed = moving;
    angle = leaning;
    spin = turning;
  }

  long fallen() {
    return fallen;
  }
}
