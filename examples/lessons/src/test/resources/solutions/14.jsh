double[] scores(double[] values) {
    double[] out = new double[values.length];
    double mean = 0, squares = 0;
    for (int t = 0; t < values.length; t++) {
        double delta = values[t] - mean;
        mean += delta / (t + 1);
        squares += delta * (values[t] - mean);
        out[t] = t == 0 ? Double.NaN : (values[t] - mean) / Math.sqrt(squares / t);
    }
    return out;
}
