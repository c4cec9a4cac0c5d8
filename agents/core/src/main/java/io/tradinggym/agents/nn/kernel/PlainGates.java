package io.tradinggym.agents.nn.kernel;

/**
 * The element-wise parts of recurrent layers in plain Java, from some unit on: their meaning, and what vectors leave
 * over.
 */
final class PlainGates {
  private PlainGates() {}

  static void lstm(
      int from, int n, float[] s, int gates, int c0, int c, int tanhC, float[] h, int hAt) {
    for (int j = from; j < n; j++) {
      float i = s[gates + j];
      float f = s[gates + n + j];
      float o = s[gates + 2 * n + j];
      float g = s[gates + 3 * n + j];
      float cell = Math.fma(f, s[c0 + j], i * g);
      float t = FloatMath.tanh(cell);
      s[c + j] = cell;
      s[tanhC + j] = t;
      h[hAt + j] = o * t;
    }
  }

  static void lstmGradient(
      int from,
      int n,
      float[] s,
      int gates,
      int c0,
      int tanhC,
      int dh,
      int dc,
      int dz,
      float[] dy,
      int dyAt) {
    for (int j = from; j < n; j++) {
      float i = s[gates + j];
      float f = s[gates + n + j];
      float o = s[gates + 2 * n + j];
      float g = s[gates + 3 * n + j];
      float t = s[tanhC + j];
      float out = dy[dyAt + j] + s[dh + j];
      float cell = Math.fma(out * o, Math.fma(-t, t, 1f), s[dc + j]);
      s[dz + j] = cell * g * (i * (1f - i));
      s[dz + n + j] = cell * s[c0 + j] * (f * (1f - f));
      s[dz + 2 * n + j] = out * t * (o * (1f - o));
      s[dz + 3 * n + j] = cell * i * Math.fma(-g, g, 1f);
      s[dc + j] = cell * f;
    }
  }

  static void gru(int from, int n, float[] s, int gates, int q, int h0, float[] h, int hAt) {
    for (int j = from; j < n; j++) {
      float r = s[gates + j];
      float u = s[gates + n + j];
      float t = FloatMath.tanh(Math.fma(r, s[q + j], s[gates + 2 * n + j]));
      s[gates + 2 * n + j] = t;
      h[hAt + j] = Math.fma(u, s[h0 + j] - t, t);
    }
  }

  static void gruGradient(
      int from,
      int n,
      float[] s,
      int gates,
      int q,
      int h0,
      int dh,
      int dz,
      int dq,
      float[] dy,
      int dyAt) {
    for (int j = from; j < n; j++) {
      float r = s[gates + j];
      float u = s[gates + n + j];
      float t = s[gates + 2 * n + j];
      float out = dy[dyAt + j] + s[dh + j];
      float candidate = out * (1f - u) * Math.fma(-t, t, 1f);
      s[dz + j] = candidate * s[q + j] * (r * (1f - r));
      s[dz + n + j] = out * (s[h0 + j] - t) * (u * (1f - u));
      s[dz + 2 * n + j] = candidate;
      s[dq + j] = candidate * r;
      s[dh + j] = out * u;
    }
  }
}
