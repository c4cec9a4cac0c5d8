double gamma(double spot, double volatility) {
    double h = 0.01;
    return (call(spot + h, volatility) - 2 * call(spot, volatility) + call(spot - h, volatility)) / (h * h);
}
