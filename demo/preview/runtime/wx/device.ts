/** The phone on the stage is a phone, whatever machine it is shown on. */
export const device = {
  getDeviceInfo: () => ({ platform: 'android', brand: 'stage', model: 'stage', system: navigator.userAgent }),

  getWindowInfo: () => {
    const bar = document.querySelector('.navigation-bar')
    const windowHeight = innerHeight - (bar?.clientHeight ?? 0)
    return { windowWidth: innerWidth, windowHeight, screenWidth: innerWidth, screenHeight: innerHeight }
  },
}
