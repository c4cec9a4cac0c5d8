package io.tradinggym.agents.dqn;

import io.tradinggym.agents.policy.returns.QuantileReturn;

/**
 * QR-DQN: with the targets {@code T_j = reward + discount theta'_j}, each quantile pays
 *
 * <pre>
 *   mean_j |tau_i - 1{u &lt; 0}| huber(u),   u = T_j - theta_i
 * </pre>
 *
 * and the loss is the sum over the quantiles. A transition is as wrong as its mean quantile is.
 *
 * @see <a href="https://arxiv.org/abs/1710.10044">Dabney et al. (2018), eq. 10, kappa 1</a>
 */
final class QuantileLoss implements ReturnLoss {
  private final QuantileReturn law;
  private final float[] targets;
  private float error;

  QuantileLoss(QuantileReturn law) {
    this.law = law;
    targets = new float[law.atoms()];
  }

  @Override
  public double at(
      float reward,
      float discount,
      float[] next,
      int nextAt,
      float[] own,
      int at,
      float scale,
      float[] slopes) {
    int n = targets.length;
    float mean = 0;
    for (int j = 0; j < n; j++) {
      targets[j] = reward + (nextAt == NOTHING ? 0 : discount * next[nextAt + j]);
      mean += targets[j] / n;
    }
    double loss = 0;
    for (int i = 0; i < n; i++) {
      double tau = (2 * i + 1) / (2.0 * n);
      double slope = 0;
      for (int j = 0; j < n; j++) {
        double u = targets[j] - own[at + i];
        double size = Math.abs(u);
        double weight = u < 0 ? 1 - tau : tau;
        loss += weight * (size <= 1 ? 0.5 * size * size : size - 0.5) / n;
        slope -= weight * Math.clamp(u, -1, 1) / n;
      }
      slopes[at + i] = (float) (scale * slope);
    }
    error = law.mean(own, at) - mean;
    return loss;
  }

  @Override
  public float error() {
    return error;
  }
}
