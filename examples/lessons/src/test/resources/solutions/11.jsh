double[] lastFive(double[] closes) {
    double[] means = new double[closes.length];
    for (int t = 0; t < closes.length; t++) {
        double sum = 0;
        for (int i = Math.max(0, t - 4); i <= t; i++) sum += closes[i];
        means[t] = t < 4 ? Double.NaN : sum / 5;
    }
    return means;
}
