/** Messages inside WeChat (service account templates). The interface that an adapter meets; the console sender is the default. */
export type WechatMessage = {
  /** The person's id in the service account, bound from inside a signed-in session. */
  openId: string
  template: 'requestStep' | 'urgentCall' | 'reminder'
  words: Record<string, string>
  /** Page that opens on tap. */
  path: string
  messageId: string
}

export type Wechat = { send(message: WechatMessage): Promise<void> }
